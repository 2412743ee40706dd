//! The timeline.

use crate::harness::{Room, Setup};

#[test]
fn without_a_chosen_event_the_timeline_says_what_to_do() {
    let mut room = Room::meeting(Setup::default());
    for _ in 0..8 {
        room.keys("<F8><Enter>");
    }
    assert!(room.session().agenda.len() == 10);
}
