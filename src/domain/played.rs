//! What happens while a scenario is played: cards asked for, injects, a frozen picture, roles at seats, and the trace that its
//! replay reads.

use super::code::Code;
use super::ids::{MemberId, TraceId};
use super::order::Order;
use super::parts::Change;
use super::progress::{FACILITATOR, SECRETARY};
use super::scenario::{Challenge, RoleCard};
use super::session::{Attendee, Presence, Session};
use super::simulation::{Dealt, Freeze, Given, Play, Round, TraceMark};
use super::text::Text;
use chrono::NaiveDateTime;

/// Parts of which a replay tells nothing: what the trainer does beside the meeting, and what only counts or marks.
const UNTRACED: [&str; 9] = [
    "trace", "play", "kind", "ids", "agenda", "guarding", "seal", "sittings", "stage",
];

/// Most people around the table of a simulation.
pub const MAX_PEOPLE: u32 = 30;

/// The roles of a simulation that a meeting knows too, and how it calls them (content list).
const OF_MEETINGS: [(&str, &str); 6] = [
    ("facilitator", FACILITATOR),
    ("minutes", SECRETARY),
    ("timekeeper", "timekeeper"),
    ("analysis-lead", "analysis-lead"),
    ("patient-partner", "patient-partner"),
    (OBSERVER, OBSERVER),
];
/// The role of those who watch: they are there and do not vote.
const OBSERVER: &str = "observer";

/// One challenge for so many people, when roles are drawn.
const CHALLENGED: u32 = 5;

impl Session {
    /// Minutes since the session was opened.
    pub fn minute_at(&self, now: NaiveDateTime) -> u32 {
        let opened = self.sittings.first().and_then(|sitting| sitting.opened);
        let minutes = opened.map_or(0, |opened| (now - opened).num_minutes());
        u32::try_from(minutes).unwrap_or(0)
    }

    /// Minutes spent so far on the meeting that is played: the tests, the briefing and the debrief around it do not count, what
    /// cards cost does.
    pub fn played_minutes(&self, now: NaiveDateTime) -> u32 {
        let played = self.agenda.iter().filter(|row| !row.step.is_of_training());
        let seconds = played.fold(0_u32, |all, row| all.saturating_add(row.spent_at(now)));
        seconds / 60
    }

    /// Notes what changed for the replay: each part once a minute, as it was last in it. A real session notes nothing.
    pub fn note_trace(&mut self, changes: &[Change], now: NaiveDateTime) {
        if !self.kind.is_simulation() {
            return;
        }
        let minute = self.minute_at(now);
        for change in changes {
            let head = change.path.split('/').next().unwrap_or_default();
            if UNTRACED.contains(&head) {
                continue;
            }
            let part = Text::new(&change.path);
            let value = Text::new(change.value.as_deref().unwrap_or_default());
            self.mark(minute, part, value);
        }
    }

    fn mark(&mut self, minute: u32, part: Text, value: Text) {
        if let Some((id, stays)) = self.marked(minute, &part) {
            if stays && let Some(mark) = self.trace.get_mut(id) {
                mark.value = value;
                return;
            }
            self.trace.remove(id);
        }
        let id: TraceId = self.ids.give();
        self.trace.push(TraceMark {
            minute,
            part,
            value,
            ..TraceMark::new(id)
        });
    }

    /// The mark of a part in this minute, and whether it stays where it is: the order of a list, what comes back, and a part of
    /// what was put back whole are true only after all that is noted already.
    fn marked(&self, minute: u32, part: &Text) -> Option<(TraceId, bool)> {
        let of_now = self.trace.iter().rev();
        let mut whole = false;
        for mark in of_now.take_while(|mark| mark.minute == minute) {
            if mark.part == *part {
                let moves = whole || mark.value.is_blank() || part.as_str().ends_with("/#");
                return Some((mark.id, !moves));
            }
            let inner = part.as_str().strip_prefix(mark.part.as_str());
            whole |= inner.is_some_and(|rest| rest.starts_with('/'));
        }
        None
    }

    /// What undoing must not bring back of a simulation: what was shown, dealt and answered, and the trace.
    pub(super) fn keep_play_of(&mut self, present: &Self) {
        self.trace = present.trace.clone();
        // Who is there follows who was dealt what.
        if self.play.dealt != present.play.dealt {
            self.attendees = present.attendees.clone();
        }
        let typed = std::mem::replace(&mut self.play, present.play.clone());
        self.play.people = typed.people;
        self.play.counts = typed.counts;
        self.play.observed = typed.observed;
        self.play.judged = typed.judged;
        self.play.lessons = typed.lessons;
        self.play.commitments = typed.commitments;
        self.play.satisfaction = typed.satisfaction;
        self.play.satisfaction_words = typed.satisfaction_words;
    }

    /// Shows an information card; what it costs passes on the step under way.
    pub fn reveal(&mut self, card: &Code, minutes: u32, now: NaiveDateTime) {
        if Play::has(&self.play.revealed, card) {
            return;
        }
        let minute = self.played_minutes(now);
        let id = card.clone();
        self.play.revealed.push(Given { id, minute });
        let cost = minutes.saturating_mul(60);
        self.agenda.for_each_mut(|row| {
            if row.running_since.is_some() {
                row.spent = row.spent.saturating_add(cost);
            }
        });
    }

    /// Gives an inject.
    pub fn give_inject(&mut self, inject: &Code, now: NaiveDateTime) {
        let minute = self.played_minutes(now);
        give(&mut self.play.injected, inject, minute);
    }

    /// Starts a challenge.
    pub fn challenge(&mut self, challenge: &Code, now: NaiveDateTime) {
        let minute = self.played_minutes(now);
        give(&mut self.play.challenged, challenge, minute);
    }

    /// Freezes the picture: the timer stands still until it goes on.
    pub fn freeze(&mut self, prompt: Code, now: NaiveDateTime) {
        if self.play.frozen().is_some() {
            return;
        }
        self.stop_timer(now);
        self.play.freezes.push(Freeze {
            prompt,
            minute: self.played_minutes(now),
            since: Some(now),
            seconds: 0,
        });
    }

    /// A frozen picture is taken up again after the program was off, last seen at work at `until`: the time since then does not
    /// count.
    pub(super) fn resume_freeze(&mut self, until: Option<NaiveDateTime>, now: NaiveDateTime) {
        for freeze in &mut self.play.freezes {
            if let Some(since) = freeze.since {
                let seconds = until.map_or(0, |until| (until - since).num_seconds());
                let seconds = u32::try_from(seconds).unwrap_or(0);
                freeze.seconds = freeze.seconds.saturating_add(seconds);
                freeze.since = Some(now);
            }
        }
    }

    /// Goes on after a freeze.
    pub fn thaw(&mut self, now: NaiveDateTime) {
        for freeze in &mut self.play.freezes {
            if let Some(since) = freeze.since.take() {
                let seconds = (now - since).num_seconds();
                let seconds = u32::try_from(seconds).unwrap_or(0);
                freeze.seconds = freeze.seconds.saturating_add(seconds);
            }
        }
    }

    /// Draws the roles: those needed first, the others as far as there are seats, each at a seat left to chance. What is drawn
    /// depends on the file and on how often was drawn, so that the same file draws the same.
    pub fn draw_roles(&mut self, roles: &[RoleCard], challenges: &[Challenge]) {
        let spare = &Code::new(OBSERVER);
        let people = self.play.people.min(MAX_PEOPLE);
        self.play.draws = self.play.draws.saturating_add(1);
        let mut chance = Chance::new(self.id.as_u128(), self.play.draws);
        let (needed, others): (Vec<&RoleCard>, Vec<&RoleCard>) = roles
            .iter()
            .filter(|role| role.id != *spare)
            .partition(|r| r.needed);
        let mut ids: Vec<Code> = needed.iter().map(|role| role.id.clone()).collect();
        ids.extend(chance.shuffled(others).iter().map(|role| role.id.clone()));
        ids.resize(people as usize, spare.clone());
        let seats = chance.shuffled((1..=people).collect());
        self.play.dealt = seats
            .into_iter()
            .zip(ids)
            .map(|(seat, role)| Dealt {
                seat,
                role,
                challenge: Code::default(),
            })
            .collect();
        self.play.dealt.order_by_key(|dealt| dealt.seat);
        let difficult = chance.shuffled(challenges.iter().collect());
        let wanted = (people / CHALLENGED) as usize;
        // Whoever leads has enough to do.
        let free = self.play.dealt.iter_mut();
        let free: Vec<&mut Dealt> = free
            .filter(|dealt| needed.iter().all(|role| role.id != dealt.role))
            .filter(|dealt| dealt.role != *spare)
            .collect();
        let bearers = chance.shuffled(free);
        for (dealt, challenge) in bearers.into_iter().zip(difficult).take(wanted) {
            dealt.challenge = challenge.id.clone();
        }
        self.seat(roles);
    }

    /// Gives the person at this seat another role.
    pub fn give_role(&mut self, seat: u32, role: Code, roles: &[RoleCard]) {
        match self.play.dealt.iter_mut().find(|dealt| dealt.seat == seat) {
            Some(dealt) => dealt.role = role,
            None => self.play.dealt.push(Dealt {
                seat,
                role,
                challenge: Code::default(),
            }),
        }
        self.play.dealt.order_by_key(|dealt| dealt.seat);
        let at = self.play.dealt.iter().position(|dealt| dealt.seat == seat);
        let seated = self.attendees.len() == self.play.dealt.len();
        let dealt = at.filter(|_| seated).and_then(|at| self.play.dealt.get(at));
        let there = at
            .and_then(|at| self.attendees.at(at))
            .map(|person| person.id);
        let (Some(dealt), Some(id)) = (dealt, there) else {
            return self.seat(roles);
        };
        // Whoever came late, left or spoke did so in whatever role.
        let new = seated_as(dealt, roles, id);
        if let Some(person) = self.attendees.get_mut(id) {
            person.function = new.function;
            person.roles = new.roles;
            let watches = |presence| presence == Presence::Observer;
            if watches(new.presence) != watches(person.presence) {
                person.presence = new.presence;
            }
        }
        self.follow_attendance();
    }

    /// Those who play are those who are there: each by the name of the role, in the order of the seats.
    fn seat(&mut self, roles: &[RoleCard]) {
        let dealt = self.play.dealt.clone();
        let mut attendees = super::list::List::default();
        for dealt in &dealt {
            attendees.push(seated_as(dealt, roles, self.ids.give()));
        }
        self.attendees = attendees;
        self.follow_attendance();
    }
}

/// Whoever plays this role, at the table.
fn seated_as(dealt: &Dealt, roles: &[RoleCard], id: MemberId) -> Attendee {
    let role = roles.iter().find(|role| role.id == dealt.role);
    let known = |(ours, _): &&(&str, &str)| dealt.role.as_str() == *ours;
    let held = OF_MEETINGS.iter().find(known);
    Attendee {
        function: role.map(|role| role.name.clone()).unwrap_or_default(),
        roles: held.map(|(_, role)| Code::new(role)).into_iter().collect(),
        permanent: true,
        presence: if dealt.role.as_str() == OBSERVER {
            Presence::Observer
        } else {
            Presence::Present
        },
        ..Attendee::new(id)
    }
}

fn give(given: &mut Vec<Given>, id: &Code, minute: u32) {
    if !Play::has(given, id) {
        let id = id.clone();
        given.push(Given { id, minute });
    }
}

/// Chance that a file repeats: a counter spread over 64 bits (the finaliser of `SplitMix64`, Steele, Lea and Flood 2014).
struct Chance(u64);

impl Chance {
    fn new(id: u128, draw: u32) -> Self {
        let folded = (id >> 64) ^ (id & u128::from(u64::MAX));
        let folded = u64::try_from(folded).unwrap_or_default();
        Self(folded.wrapping_add(u64::from(draw).wrapping_mul(0x9e37_79b9_7f4a_7c15)))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn shuffled<T>(&mut self, mut items: Vec<T>) -> Vec<T> {
        for end in (1..items.len()).rev() {
            let other = self.next() % (end as u64 + 1);
            items.swap(end, usize::try_from(other).unwrap_or(end));
        }
        items
    }
}

/// The order in which the questions of a test are asked: as they stand before, in another order after.
pub fn order_of(session: &Session, questions: usize, round: Round) -> Vec<usize> {
    let order: Vec<usize> = (0..questions).collect();
    if round == Round::Before {
        return order;
    }
    let mut chance = Chance::new(session.id.as_u128(), u32::MAX);
    let mut other = chance.shuffled(order.clone());
    if other == order {
        other.rotate_left(1.min(questions.saturating_sub(1)));
    }
    other
}
