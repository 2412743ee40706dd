//! Moments as people type them.

#![allow(clippy::unwrap_used)]
use super::*;
use proptest::prelude::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn at(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

#[track_caller]
fn check(raw: &str, expected: &Moment) {
    assert_eq!(&Moment::parse(raw, day(2026, 11, 19)), expected, "{raw:?}");
}

#[test]
fn understands_hours_as_people_write_them() {
    for raw in [
        "17:30",
        "17h30",
        "17 h 30",
        "17\u{a0}h\u{a0}30",
        " 17 H 30 ",
    ] {
        check(raw, &Moment::Clock(at(17, 30)));
    }
    for raw in ["8h", "8 h", "08:00", "8:0"] {
        check(raw, &Moment::Clock(at(8, 0)));
    }
    assert_eq!(parse_time("17H30"), Some(at(17, 30)));
}

#[test]
fn understands_days_weekdays_and_dates() {
    check("J-4", &Moment::Day(-4, None));
    check("j−4", &Moment::Day(-4, None));
    check("J0", &Moment::Day(0, None));
    assert_eq!(Moment::Day(0, None).show(false), "D0");
    check("J+2 8h", &Moment::Day(2, Some(at(8, 0))));
    check("D+2 8:15", &Moment::Day(2, Some(at(8, 15))));
    check("vendredi 17 h 40", &Moment::Weekday(5, Some(at(17, 40))));
    check("Dimanche", &Moment::Weekday(7, None));
    check("jeudi à 8 h", &Moment::Weekday(4, Some(at(8, 0))));
    check("Monday at 9:30", &Moment::Weekday(1, Some(at(9, 30))));
    check("12/11", &Moment::At(day(2026, 11, 12), None));
    check("12.11.26", &Moment::At(day(2026, 11, 12), None));
    check("2025-11-12", &Moment::At(day(2025, 11, 12), None));
    check(
        "12/11/2025 18:20",
        &Moment::At(day(2025, 11, 12), Some(at(18, 20))),
    );
    check("19/11 8h", &Moment::At(day(2026, 11, 19), Some(at(8, 0))));
    check("17h40 vendredi", &Moment::Weekday(5, Some(at(17, 40))));
    check("Friday 5:40 pm", &Moment::Weekday(5, Some(at(17, 40))));
    check("VEN. 8h", &Moment::Weekday(5, Some(at(8, 0))));
    check("j + 2, 8 h", &Moment::Day(2, Some(at(8, 0))));
}

#[test]
fn understands_hours_of_half_a_day_and_hours_by_name() {
    check("5:40 pm", &Moment::Clock(at(17, 40)));
    check("5.40 PM", &Moment::Clock(at(17, 40)));
    check("12 a.m.", &Moment::Clock(at(0, 0)));
    check("12pm", &Moment::Clock(at(12, 0)));
    check("midi", &Moment::Clock(at(12, 0)));
    check("at noon", &Moment::Clock(at(12, 0)));
    check("à 8 heures 05", &Moment::Clock(at(8, 5)));
    check("17 h 05 min", &Moment::Clock(at(17, 5)));
    check("J+1 minuit", &Moment::Day(1, Some(at(0, 0))));
}

#[test]
fn understands_days_told_from_the_day_of_the_event() {
    for raw in [
        "la veille",
        "Veille",
        "the day before",
        "D-1",
        "1 jour avant",
    ] {
        check(raw, &Moment::Day(-1, None));
    }
    for raw in [
        "l'avant-veille",
        "l’avant-veille",
        "two days before",
        "2 days before",
    ] {
        check(raw, &Moment::Day(-2, None));
    }
    for raw in [
        "le lendemain à 8 h",
        "8h le lendemain",
        "the next day at 8 am",
        "J+1 8h",
    ] {
        check(raw, &Moment::Day(1, Some(at(8, 0))));
    }
    check("le jour même", &Moment::Day(0, None));
    check("3 jours après", &Moment::Day(3, None));
}

#[test]
fn understands_dates_in_words() {
    for raw in [
        "13 novembre",
        "vendredi 13 novembre",
        "ven. 13 nov.",
        "le 13/11",
        "Nov 13",
        "Friday 13th November 2026",
    ] {
        check(raw, &Moment::At(day(2026, 11, 13), None));
    }
    check("1er août 9h", &Moment::At(day(2026, 8, 1), Some(at(9, 0))));
    check("3 février 2027", &Moment::At(day(2027, 2, 3), None));
}

#[test]
fn a_fact_without_year_is_never_ahead() {
    let january = day(2027, 1, 15);
    let said = |raw| Moment::parse(raw, january);
    assert_eq!(said("12/11"), Moment::At(day(2026, 11, 12), None));
    assert_eq!(said("12 novembre"), Moment::At(day(2026, 11, 12), None));
    assert_eq!(said("20/01"), Moment::At(day(2026, 1, 20), None));
    assert_eq!(said("15/01"), Moment::At(day(2027, 1, 15), None));
    assert_eq!(said("12/11/2027"), Moment::At(day(2027, 11, 12), None));
}

#[test]
fn keeps_in_words_what_it_does_not_understand() {
    for raw in [
        "avant le repas",
        "25:00",
        "17:",
        "h30",
        "31/02",
        "12/11/1515",
        "j",
        "J-2147483648",
        "12/13",
        "J+100001",
        "vendredi dernier",
        "1/2/3/4",
        "vendredi 12/11",
        "lundi soir",
        "13:30 pm",
        "0 am",
        "12 juillembre",
        "jui 12",
    ] {
        check(raw, &Moment::Said(Text::line(raw)));
    }
    check("  au réveil ", &Moment::Said(Text::line("au réveil")));
    check(" \u{a0}", &Moment::Unknown);
    check("\u{200b}", &Moment::Unknown);
}

#[test]
fn a_rough_hour_keeps_its_words_and_has_a_place() {
    let about = |raw: &str, near| check(raw, &Moment::About(Text::line(raw), Box::new(near)));
    about("vers 11h30", Moment::Clock(at(11, 30)));
    about("environ 14h", Moment::Clock(at(14, 0)));
    about("~14h", Moment::Clock(at(14, 0)));
    about("J+2 vers midi", Moment::Day(2, Some(at(12, 0))));
    about("around 5 pm", Moment::Clock(at(17, 0)));
    check("vers le repas", &Moment::Said(Text::line("vers le repas")));
    check("14.30", &Moment::Clock(at(14, 30)));
    check("J-1 14.30", &Moment::Day(-1, Some(at(14, 30))));
    check("midi et demi", &Moment::Clock(at(12, 30)));
    check("deux jours avant", &Moment::Day(-2, None));
    check("une semaine avant", &Moment::Day(-7, None));
    let zero = day(2026, 11, 19);
    let placed = Moment::parse("vers 11h30", zero).place(zero);
    assert_eq!(placed, Some(zero.and_time(at(11, 30))));
}

#[test]
fn what_happened_is_told_from_today() {
    // A Sunday.
    let today = day(2026, 11, 22);
    let said = |raw| Moment::parse_told(raw, today, Told::FromToday);
    let on = |d, hour| Moment::At(day(2026, 11, d), hour);
    assert_eq!(said("hier 14h"), on(21, Some(at(14, 0))));
    assert_eq!(said("samedi 14 h"), on(21, Some(at(14, 0))));
    assert_eq!(said("avant-hier"), on(20, None));
    assert_eq!(said("aujourd'hui 8h"), on(22, Some(at(8, 0))));
    assert_eq!(said("hier soir"), on(21, None));
    assert_eq!(said("jeudi soir"), on(19, None));
    assert_eq!(said("dimanche"), on(22, None));
    assert_eq!(said("dimanche dernier"), on(15, None));
    assert_eq!(said("hier vers 14h"), on(21, Some(at(14, 0))));
    assert_eq!(
        said("avant le repas"),
        Moment::Said("avant le repas".into())
    );
}

#[test]
fn a_deadline_is_a_date_or_a_distance() {
    let today = day(2026, 11, 30);
    let due = |raw| parse_due(raw, today, Side::Ahead);
    assert_eq!(due("15/12"), Some(day(2026, 12, 15)));
    assert_eq!(due("15/01"), Some(day(2027, 1, 15)));
    assert_eq!(due("30.11"), Some(today));
    assert_eq!(due("29/02"), Some(day(2028, 2, 29)));
    assert_eq!(due("15/01/2026"), Some(day(2026, 1, 15)));
    let of = |raw, side| parse_due(raw, today, side);
    assert_eq!(of("15/12", Side::Past), Some(day(2025, 12, 15)));
    assert_eq!(of("29/11", Side::Past), Some(day(2026, 11, 29)));
    assert_eq!(of("29/02", Side::Past), Some(day(2024, 2, 29)));
    assert_eq!(of("15/01", Side::Near), Some(day(2027, 1, 15)));
    assert_eq!(of("15/10", Side::Near), Some(day(2026, 10, 15)));
    assert_eq!(due("+30"), Some(day(2026, 12, 30)));
    assert_eq!(due("+ 10 j"), Some(day(2026, 12, 10)));
    assert_eq!(due("+6s"), Some(day(2027, 1, 11)));
    assert_eq!(due("+6w"), due("+6s"));
    assert_eq!(due("M+3"), Some(day(2027, 2, 28)));
    assert_eq!(due("+3m"), due("M+3"));
    for raw in [
        "",
        "+",
        "+x",
        "M+",
        "mardi 15 décembre 2027",
        "15 ma",
        "30 février",
        "dans 3",
        "+4294967295",
        "M+4294967295",
        "+3 ans",
        "-3",
    ] {
        assert_eq!(due(raw), None, "{raw:?}");
    }
}

#[test]
fn a_deadline_in_words_is_the_nearest_one_ahead() {
    // A Monday.
    let today = day(2026, 11, 30);
    let due = |raw| parse_due(raw, today, Side::Ahead);
    let february = Some(day(2027, 2, 15));
    for raw in [
        "15 février",
        "le 15 Février 2027",
        "15 fev.",
        "lundi 15 février",
        "15.02.2027",
        "15-2-2027",
        "15 - 2",
        "15/2",
        "2027-02-15",
        "February 15",
        "15th of February",
        "Mon 15 Feb, 2027",
        "on February 15th, 2027",
    ] {
        assert_eq!(due(raw), february, "{raw:?}");
    }
    assert_eq!(due("1er décembre"), Some(day(2026, 12, 1)));
    assert_eq!(due("demain"), due("tomorrow"));
    assert_eq!(due("après-demain"), Some(day(2026, 12, 2)));
    assert_eq!(due("vendredi"), Some(day(2026, 12, 4)));
    assert_eq!(due("next Friday"), due("vendredi prochain"));
    // The day itself is not meant by its name.
    assert_eq!(due("lundi"), Some(day(2026, 12, 7)));
    assert_eq!(due("dans trois semaines"), Some(day(2026, 12, 21)));
    assert_eq!(due("in 2 months"), Some(day(2027, 1, 30)));
    let past = |raw| parse_due(raw, today, Side::Past);
    assert_eq!(past("vendredi"), Some(day(2026, 11, 27)));
    assert_eq!(past("lundi"), Some(day(2026, 11, 23)));
    assert_eq!(past("15 février"), Some(day(2026, 2, 15)));
    assert_eq!(past("hier"), Some(day(2026, 11, 29)));
    assert_eq!(parse_due("vendredi", today, Side::Near), None);
}

#[test]
fn stands_in_time_from_the_day_of_the_event() {
    // A Thursday.
    let zero = day(2026, 11, 19);
    let place = |raw| Moment::parse(raw, zero).place(zero);
    assert_eq!(place("17 h 30"), Some(zero.and_time(at(17, 30))));
    assert_eq!(place("J-4 8h"), Some(day(2026, 11, 15).and_time(at(8, 0))));
    assert_eq!(place("jeudi"), Some(zero.and_time(at(0, 0))));
    assert_eq!(
        place("vendredi"),
        Some(day(2026, 11, 13).and_time(at(0, 0)))
    );
    assert_eq!(place("un jour"), None);
}

fn hours() -> impl Strategy<Value = Option<NaiveTime>> {
    prop::option::of((0_u32..24, 0_u32..60).prop_map(|(h, m)| at(h, m)))
}

fn moments() -> impl Strategy<Value = Moment> {
    prop_oneof![
        Just(Moment::Unknown),
        (0_u32..24, 0_u32..60).prop_map(|(h, m)| Moment::Clock(at(h, m))),
        (-reading::MAX_DAYS..=reading::MAX_DAYS, hours())
            .prop_map(|(n, hour)| Moment::Day(n, hour)),
        (1_u8..=7, hours()).prop_map(|(n, hour)| Moment::Weekday(n, hour)),
        (0_u64..109_000, hours())
            .prop_map(|(n, hour)| Moment::At(day(1900, 1, 1) + chrono::Days::new(n), hour)),
    ]
}

proptest! {
    #[test]
    fn what_is_shown_can_be_typed_back(moment in moments(), french: bool) {
        let shown = moment.show(french);
        prop_assert_eq!(Moment::parse(&shown, day(2026, 11, 19)), moment);
    }

    #[test]
    fn whatever_was_typed_is_understood_the_same_once_shown(raw in "\\PC{0,20}|[jJdD+0-9/: h.-]{0,12}|(le |on )?(ven(dredi)?|mar|13|1er|nov|mai|march|la veille|pm|5)( [0-9]{1,2}| nov| h| pm| 2026){0,3}", french: bool) {
        let today = day(2026, 11, 19);
        let moment = Moment::parse(&raw, today);
        prop_assert_eq!(Moment::parse(&moment.show(french), today), moment);
    }
}
