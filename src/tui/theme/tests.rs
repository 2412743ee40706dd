#![allow(clippy::unwrap_used, clippy::panic)]

use super::*;

/// The value of one channel of one of the 256 colours (xterm's palette, from 16 on).
fn rgb(color: Color) -> [u8; 3] {
    match color {
        Color::Rgb(r, g, b) => [r, g, b],
        Color::Indexed(n @ 232..) => [8 + (n - 232) * 10; 3],
        Color::Indexed(n @ 16..=231) => {
            let level = |digit: u8| if digit == 0 { 0 } else { 55 + digit * 40 };
            let n = n - 16;
            [level(n / 36), level(n / 6 % 6), level(n % 6)]
        }
        other => panic!("{other} depends on the terminal"),
    }
}

/// Relative luminance (WCAG 2.2).
fn luminance(color: Color) -> f64 {
    let [r, g, b] = rgb(color).map(|channel| {
        let c = f64::from(channel) / 255.0;
        if c <= 0.04045 {
            c / 12.92
        } else {
            ((c + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn contrast(style: Style) -> f64 {
    let (a, b) = (luminance(style.fg.unwrap()), luminance(style.bg.unwrap()));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn theme(scheme: Scheme, depth: Depth) -> Theme {
    Theme::load(scheme, depth, Signs::FULL).unwrap()
}

#[test]
fn every_pair_that_is_drawn_can_be_read() {
    for scheme in Scheme::ALL.iter().copied() {
        let least = match scheme {
            Scheme::Projecteur | Scheme::Contraste => 7.0,
            _ => 4.5,
        };
        for depth in [Depth::Full, Depth::Of256] {
            let theme = theme(scheme, depth);
            for role in Role::ALL {
                for style in [theme.style(role), theme.raised(role)] {
                    let found = contrast(style);
                    assert!(
                        found >= least,
                        "{scheme:?} {depth:?} {role:?}: {found:.2} on {:?}",
                        style.bg
                    );
                }
            }
        }
    }
}

#[test]
fn at_sixteen_colours_nothing_is_drawn_on_itself() {
    for scheme in Scheme::ALL.iter().copied() {
        let theme = theme(scheme, Depth::Of16);
        for role in Role::ALL {
            for style in [theme.style(role), theme.raised(role)] {
                assert_ne!(style.fg, style.bg, "{scheme:?} {role:?}");
            }
        }
        assert_ne!(theme.style(Role::Selected).bg, theme.style(Role::Body).bg);
    }
}

#[test]
fn without_colours_weight_tells_what_matters_apart() {
    for scheme in Scheme::ALL.iter().copied() {
        let theme = theme(scheme, Depth::None);
        for role in Role::ALL {
            let style = theme.style(role);
            assert_eq!(
                (style.fg, style.bg),
                (Some(Color::Reset), Some(Color::Reset))
            );
        }
        let [title, body, selected] =
            [Role::Title, Role::Body, Role::Selected].map(|role| theme.style(role));
        assert!(title != body && body != selected && selected != title);
        assert!(selected.add_modifier.contains(Modifier::REVERSED));
    }
}

#[test]
fn the_wall_has_its_density_and_bold_text() {
    let wall = theme(Scheme::Projecteur, Depth::Full);
    assert!(wall.is_wall());
    assert!(wall.style(Role::Body).add_modifier.contains(Modifier::BOLD));
    assert!(
        Scheme::ALL
            .iter()
            .filter(|s| theme(**s, Depth::Full).is_wall())
            .eq(&[Scheme::Projecteur])
    );
}

#[test]
fn a_theme_is_found_by_its_name() {
    for scheme in Scheme::ALL.iter().copied() {
        assert_eq!(Scheme::named(scheme.name()), Some(scheme));
    }
    assert_eq!(Scheme::named("fluo"), None);
}

#[test]
fn a_colour_is_six_hexadecimal_digits() {
    assert!(ron::from_str::<Colour>("(\"12161b\", 233, Black)").is_ok());
    for wrong in ["\"12161\"", "\"+2161b\"", "\"12161bff\"", "\"vert\""] {
        assert!(
            ron::from_str::<Colour>(&format!("({wrong}, 233, Black)")).is_err(),
            "{wrong}"
        );
    }
}
