//! What one person prefers on this machine, whatever the workspace; and where the workspace is.

use super::disk::{Disk as _, RealDisk, is_folder};
use super::{fault, format};
use crate::domain::code::Lang;
use crate::domain::problem::{DiskFault, Problem};
use crate::domain::ron_fault;
use crate::domain::text::Text;
use directories::ProjectDirs;
use serde::{Deserialize, Serialize};
use std::env;
use std::path::{Path, PathBuf};

/// The preferences.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The theme's id; empty for the one proposed.
    pub theme: Text,
    /// The language of the screen, if chosen.
    pub lang: Option<Lang>,
    /// Whether the mouse is listened to.
    pub mouse: bool,
    /// After how many minutes without a key an encrypted workspace asks for its passphrase again; 0: never.
    pub lock_after: u16,
    /// The workspace used last, if it was chosen on the screen.
    pub workspace: Option<PathBuf>,
    /// Whether they hold for this run alone: a demonstration changes nobody's preferences.
    #[serde(skip)]
    pub passing: bool,
    /// The folder that was chosen, where it is not there now and another one serves.
    #[serde(skip)]
    pub missing: Option<PathBuf>,
    /// Why the file could not be read, if so: it is then left as it is.
    #[serde(skip)]
    pub fault: Option<Problem>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Text::default(),
            lang: None,
            mouse: true,
            lock_after: 15,
            workspace: None,
            passing: false,
            missing: None,
            fault: None,
        }
    }
}

impl Settings {
    /// The preferences of this person; those proposed when there are none or they cannot be read.
    pub fn load() -> Self {
        file()
            .map(|path| Self::load_from(&path))
            .unwrap_or_default()
    }

    /// The preferences in this file; those proposed when there are none, or with the fault when they cannot be read.
    pub fn load_from(path: &Path) -> Self {
        match read(path) {
            Ok(settings) => settings,
            Err(Problem::Disk(_, DiskFault::NotFound)) => Self::default(),
            Err(problem) => Self {
                fault: Some(problem),
                ..Self::default()
            },
        }
    }

    /// Keeps the preferences, unless they are passing. A file that could not be read is not replaced.
    pub fn save(&self) -> Result<(), Problem> {
        if self.passing {
            return Ok(());
        }
        self.save_to(&file().ok_or(Problem::NoHome)?)
    }

    /// Keeps the preferences in this file.
    pub fn save_to(&self, path: &Path) -> Result<(), Problem> {
        if let Some(fault) = &self.fault {
            return Err(fault.clone());
        }
        let told = fault::at(path);
        RealDisk
            .make_folder(super::atomic::folder_of(path))
            .map_err(&told)?;
        let config = ron::ser::PrettyConfig::new().escape_strings(false);
        let config = config.new_line("\n").struct_names(false);
        // A path that is not text cannot be kept; all the rest still is.
        let text = ron::ser::to_string_pretty(self, config.clone()).or_else(|_| {
            let mut rest = self.clone();
            rest.workspace = None;
            ron::ser::to_string_pretty(&rest, config)
        });
        let text = text.unwrap_or_default() + "\n";
        super::write_small(&RealDisk, path, text.as_bytes()).map_err(told)
    }
}

fn read(path: &Path) -> Result<Settings, Problem> {
    let bytes = format::read_bytes(&RealDisk, path)?;
    let damaged = |fault| Problem::File(path.to_owned(), fault);
    let text = format::text_of(&bytes).map_err(damaged)?;
    ron_fault::read(text).map_err(|error| damaged(format::located(text, &error)))
}

/// The file of the preferences: `CREX_CONFIG`, else in the platform's configuration folder.
fn file() -> Option<PathBuf> {
    let named = env::var_os("CREX_CONFIG").filter(|name| !name.is_empty());
    named.map(PathBuf::from).or_else(|| {
        let folders = ProjectDirs::from("", "", "crex")?;
        Some(folders.config_dir().join("settings.ron"))
    })
}

/// The folder that was chosen on the screen, where nothing else is asked for and it is not there: a share, a stick.
pub fn missing_workspace(asked: Option<&Path>, settings: &Settings) -> Option<PathBuf> {
    let named = env::var_os("CREX_WORKSPACE").is_some_and(|name| !name.is_empty());
    let chosen = settings.workspace.as_ref();
    let chosen = chosen.filter(|path| asked.is_none() && !named && !is_folder(&RealDisk, path));
    chosen.cloned()
}

/// The folder of the workspace: the one `asked` for, else `CREX_WORKSPACE`, else the one used last if it is still there,
/// else the platform's data folder.
pub fn workspace_root(asked: Option<&Path>, settings: &Settings) -> Result<PathBuf, Problem> {
    if let Some(path) = asked {
        return Ok(path.to_owned());
    }
    if let Some(name) = env::var_os("CREX_WORKSPACE").filter(|name| !name.is_empty()) {
        return Ok(name.into());
    }
    if let Some(path) = settings
        .workspace
        .as_ref()
        .filter(|path| is_folder(&RealDisk, path))
    {
        return Ok(path.clone());
    }
    let folders = ProjectDirs::from("", "", "crex").ok_or(Problem::NoHome)?;
    Ok(folders.data_dir().to_owned())
}
