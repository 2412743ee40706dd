//! What is told once in a workspace and then no more: kept by short names in `.crex/told`.

use super::{Store, write_small};

impl Store {
    /// Whether this is the first time that it is to be told here; from now on it is not. Where nothing can be kept it is told
    /// every time.
    pub fn tells_once(&self, what: &str) -> bool {
        let path = self.workspace.root().join(".crex").join("told");
        let told = self.disk.read(&path).unwrap_or_default();
        let told = String::from_utf8_lossy(&told).into_owned();
        if told.lines().any(|line| line == what) {
            return false;
        }
        if self.closed.is_none() {
            // What cannot be kept is told again: that harms nobody.
            let _ = write_small(&*self.disk, &path, format!("{told}{what}\n").as_bytes());
        }
        true
    }
}
