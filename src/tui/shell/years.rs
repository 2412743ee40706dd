//! What the shell does with a year in figures: writes it into the folder of the workspace.

use super::Shell;
use crate::documents::Format;
use crate::documents::year::page;
use crate::domain::problem::Problem;
use crate::store::letterhead;
use crate::words::shown;

impl Shell {
    /// Writes a year as a page to print, or as text.
    pub(super) fn write_year(&mut self, year: i32, format: Format) -> Result<(), Problem> {
        let desk = &self.app.desk;
        let words = desk.words();
        let Some(registry) = desk.registry() else {
            return Ok(());
        };
        let team = &desk.team.doc;
        let told = registry.year(year, desk.today());
        let document = page(words, &told, team.name.as_str());
        let name = words.year_file(year);
        let (letterhead, fault) = letterhead(&**self.store.disk(), &desk.root, team);
        let bytes = format.write(&document, &letterhead);
        let path = self.store.write_out(&name, format.extension(), &bytes)?;
        let said = words.say_written(&shown(&path));
        let fault = fault.map(|fault| words.problem(&fault));
        let said: Vec<String> = [Some(said), fault].into_iter().flatten().collect();
        self.app.report(said.join("\n"));
        Ok(())
    }
}
