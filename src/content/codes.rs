//! The ids of all that is shipped: where one of them stands as a code, it is no word that anyone wrote.

use super::load;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// Whether something shipped has this id.
pub fn is_code(text: &str) -> bool {
    static IDS: OnceLock<BTreeSet<&'static str>> = OnceLock::new();
    let all = || load::texts().flat_map(ids).collect();
    IDS.get_or_init(all).contains(text)
}

/// The ids that stand in a shipped text.
fn ids(text: &'static str) -> impl Iterator<Item = &'static str> {
    let after = text.split("id: \"").skip(1);
    after.filter_map(|rest| rest.split('"').next())
}
