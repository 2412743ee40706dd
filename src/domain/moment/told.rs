//! The words by which people tell days, hours and months, without accents.

/// Days told from the day of the event, without article.
pub(super) const TOLD: [(&str, i32); 20] = [
    ("jour j", 0),
    ("jour meme", 0),
    ("meme jour", 0),
    ("veille", -1),
    ("avant-veille", -2),
    ("avant veille", -2),
    ("lendemain", 1),
    ("surlendemain", 2),
    ("jour d'avant", -1),
    ("jour d'apres", 1),
    ("same day", 0),
    ("day itself", 0),
    ("day before", -1),
    ("previous day", -1),
    ("day after", 1),
    ("next day", 1),
    ("following day", 1),
    ("two days before", -2),
    ("two days after", 2),
    ("two days later", 2),
];

/// Days told from today, without article.
pub(super) const FROM_TODAY: [(&str, u64); 10] = [
    ("aujourd'hui", 0),
    ("ce jour", 0),
    ("ce matin", 0),
    ("ce soir", 0),
    ("today", 0),
    ("hier", 1),
    ("yesterday", 1),
    ("avant-hier", 2),
    ("avant hier", 2),
    ("day before yesterday", 2),
];
/// Parts of a day that may follow it where only the day counts.
pub(super) const PARTS: [&str; 9] = [
    " matin",
    " soir",
    " apres-midi",
    " apres midi",
    " dans la nuit",
    " morning",
    " evening",
    " afternoon",
    " night",
];

/// Words that make an hour or a day a rough one.
pub(super) const ROUGH: [&str; 14] = [
    "aux environs de",
    "aux alentours de",
    "a peu pres",
    "autour de",
    "vers les",
    "vers",
    "environ",
    "env.",
    "approximativement",
    "approximately",
    "approx.",
    "about",
    "around",
    "circa",
];

/// The numbers that people write in letters.
pub(super) const NUMBERS: [[&str; 3]; 10] = [
    ["un", "une", "one"],
    ["deux", "deux", "two"],
    ["trois", "trois", "three"],
    ["quatre", "quatre", "four"],
    ["cinq", "cinq", "five"],
    ["six", "six", "six"],
    ["sept", "sept", "seven"],
    ["huit", "huit", "eight"],
    ["neuf", "neuf", "nine"],
    ["dix", "dix", "ten"],
];

/// The months, without accents.
pub(super) const MONTHS: [[&str; 2]; 12] = [
    ["janvier", "january"],
    ["fevrier", "february"],
    ["mars", "march"],
    ["avril", "april"],
    ["mai", "may"],
    ["juin", "june"],
    ["juillet", "july"],
    ["aout", "august"],
    ["septembre", "september"],
    ["octobre", "october"],
    ["novembre", "november"],
    ["decembre", "december"],
];
