#![allow(clippy::unwrap_used)]

use super::*;

fn press(code: KeyCode, modifiers: KeyModifiers) -> Option<Msg> {
    Keyboard::default().msg(Event::Key(KeyEvent::new(code, modifiers)))
}

fn kind(c: char, kind: KeyEventKind) -> Event {
    Event::Key(KeyEvent::new_with_kind(
        KeyCode::Char(c),
        KeyModifiers::NONE,
        kind,
    ))
}

/// What is typed by these events.
fn typed(events: &[Event]) -> String {
    let mut keyboard = Keyboard::default();
    let msgs = events
        .iter()
        .filter_map(|event| keyboard.msg(event.clone()));
    msgs.filter_map(|msg| match msg {
        Msg::Key(Key {
            code: Code::Char(c),
            ..
        }) => Some(c),
        _ => None,
    })
    .collect()
}

#[test]
fn shift_is_in_the_character_and_beside_other_keys() {
    let shift = KeyModifiers::SHIFT;
    assert_eq!(
        press(KeyCode::Char('É'), shift),
        Some(Msg::Key(Key::char('É')))
    );
    let up = Key {
        shift: true,
        ..Key::plain(Code::Up)
    };
    assert_eq!(press(KeyCode::Up, shift), Some(Msg::Key(up)));
    assert_eq!(
        press(KeyCode::BackTab, shift),
        Some(Msg::Key(Key::plain(Code::BackTab)))
    );
    assert_eq!(
        press(KeyCode::Tab, shift),
        Some(Msg::Key(Key::plain(Code::BackTab)))
    );
}

#[test]
fn ctrl_and_a_letter_is_lower_case() {
    let both = KeyModifiers::CONTROL | KeyModifiers::SHIFT;
    assert_eq!(
        press(KeyCode::Char('S'), both),
        Some(Msg::Key(Key::ctrl(Code::Char('s'))))
    );
    assert_eq!(
        press(KeyCode::Char('S'), KeyModifiers::ALT),
        Some(Msg::Key(Key::alt(Code::Char('S'))))
    );
}

#[test]
fn what_altgr_makes_is_text() {
    let altgr = KeyModifiers::CONTROL | KeyModifiers::ALT;
    for c in ['@', '#', '{', '€'] {
        assert_eq!(press(KeyCode::Char(c), altgr), Some(Msg::Key(Key::char(c))));
    }
}

#[test]
fn a_key_counts_once_and_repeats_while_held() {
    use KeyEventKind::{Press, Release, Repeat};
    let events = [
        kind('a', Press),
        kind('a', Repeat),
        kind('a', Repeat),
        kind('a', Release),
    ];
    assert_eq!(typed(&events), "aaa");
}

#[test]
fn a_character_typed_by_its_number_comes_with_the_release() {
    use KeyEventKind::{Press, Release};
    assert_eq!(typed(&[kind('É', Release)]), "É");
    assert_eq!(
        typed(&[kind('a', Press), kind('a', Release), kind('«', Release)]),
        "a«"
    );
    // On a French keyboard Shift+é is 2; Shift may be let go before the key.
    assert_eq!(typed(&[kind('2', Press), kind('é', Release)]), "2");
    // The release of a key that another window saw pressed.
    assert_eq!(typed(&[kind('v', Release)]), "");
}

#[test]
fn leaving_the_window_forgets_what_was_held() {
    use KeyEventKind::{Press, Release};
    assert_eq!(
        typed(&[kind('a', Press), Event::FocusLost, kind('É', Release)]),
        "aÉ"
    );
}

#[test]
fn a_paste_is_cleaned_and_keeps_its_lines() {
    let paste = Event::Paste("une\rdeux\r\ntrois\u{1b}[31m\u{202e}".to_owned());
    let msg = Keyboard::default().msg(paste);
    assert_eq!(msg, Some(Msg::Paste(Text::new("une\ndeux\ntrois[31m"))));
}

#[test]
fn the_mouse_clicks_and_turns_its_wheel() {
    let mouse = |kind| {
        Keyboard::default().msg(Event::Mouse(MouseEvent {
            kind,
            column: 4,
            row: 2,
            modifiers: KeyModifiers::NONE,
        }))
    };
    assert_eq!(
        mouse(MouseEventKind::Down(MouseButton::Left)),
        Some(Msg::Click(4, 2))
    );
    assert_eq!(mouse(MouseEventKind::ScrollUp), Some(Msg::Wheel(4, 2, -3)));
    assert_eq!(mouse(MouseEventKind::ScrollDown), Some(Msg::Wheel(4, 2, 3)));
    for none in [MouseEventKind::Moved, MouseEventKind::Up(MouseButton::Left)] {
        assert_eq!(mouse(none), None);
    }
}

#[test]
fn what_is_no_key_of_ours_is_no_message() {
    let none = KeyModifiers::NONE;
    assert_eq!(press(KeyCode::CapsLock, none), None);
    assert_eq!(press(KeyCode::Char('\u{7}'), none), None);
    assert_eq!(press(KeyCode::Null, none), None);
    assert_eq!(
        press(KeyCode::F(12), none),
        Some(Msg::Key(Key::plain(Code::F(12))))
    );
}
