//! The browsers of the tests: Chromium with its driver, Firefox, and WebKit's driver, which brings its own.

use crate::debian;
use crate::failure::Failure;
use crate::project::find_program;
use anyhow::Result;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A browser and the program that drives it.
pub(super) struct Chromium {
    /// The browser.
    pub(super) browser: PathBuf,
    /// Its WebDriver server.
    driver: PathBuf,
}

impl Chromium {
    /// The browser of this machine; Debian's is installed if there is none. `CHROMIUM` and `CHROMEDRIVER` come first.
    ///
    /// # Errors
    /// When there is none and it cannot be installed.
    pub(super) fn find() -> Result<Self> {
        if let Some(found) = Self::present() {
            return Ok(found);
        }
        debian::install(&["chromium", "chromium-driver"], "the tests in the browser")?;
        Self::present().ok_or_else(|| {
            Failure::new(
                "chromium and chromedriver are not in PATH, though their packages are installed",
                "a Chromium and the driver of the same version",
                "CHROMIUM=/path/to/chromium CHROMEDRIVER=/path/to/chromedriver cargo xtask test",
            )
            .into()
        })
    }

    fn present() -> Option<Self> {
        let given = |name| std::env::var_os(name).map(PathBuf::from).filter(|file| file.is_file());
        let browser = given("CHROMIUM").or_else(|| {
            find_program(&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"])
        })?;
        let driver = given("CHROMEDRIVER").or_else(|| find_program(&["chromedriver"]))?;
        Some(Self { browser, driver })
    }

    /// Tells the test runner that `command` starts to use this browser, with the settings of a WebDriver file.
    pub(super) fn drive(&self, command: &mut Command, settings: &Path) {
        // The runner takes the first driver it hears of: another browser's must not be that one.
        for other in ["GECKODRIVER", "SAFARIDRIVER", "MSEDGEDRIVER"] {
            command.env_remove(other);
        }
        for other in ["GECKODRIVER", "SAFARIDRIVER", "CHROMEDRIVER", "MSEDGEDRIVER"] {
            command.env_remove(format!("{other}_REMOTE"));
        }
        command
            .env("CHROMEDRIVER", &self.driver)
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings)
            // Seconds: a first start on a busy machine is slow.
            .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
            .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60");
    }
}

/// The Firefox of this machine; Debian's is installed if there is none. `FIREFOX` comes first.
///
/// # Errors
/// When there is none and it cannot be installed.
pub(super) fn find_firefox() -> Result<PathBuf> {
    let present = || {
        let given = std::env::var_os("FIREFOX").map(PathBuf::from).filter(|file| file.is_file());
        given.or_else(|| find_program(&["firefox-esr", "firefox"]))
    };
    if let Some(found) = present() {
        return Ok(found);
    }
    debian::install(&["firefox-esr"], "the tests of the site in Firefox")?;
    present().ok_or_else(|| {
        Failure::new(
            "firefox-esr is not in PATH, though its package is installed",
            "a Firefox of 2024 or later",
            "FIREFOX=/path/to/firefox cargo xtask test",
        )
        .into()
    })
}

/// WebKit's driver, and the display that its windows open on; Debian's are installed if there are none. `WEBKIT_DRIVER`
/// comes first.
///
/// # Errors
/// When there is none and it cannot be installed.
pub(super) fn find_webkit() -> Result<PathBuf> {
    let present = || {
        let given =
            std::env::var_os("WEBKIT_DRIVER").map(PathBuf::from).filter(|file| file.is_file());
        let driver = given.or_else(|| find_program(&["WebKitWebDriver"]))?;
        find_program(&["xvfb-run"]).and(find_program(&["xauth"])).map(|_| driver)
    };
    if let Some(found) = present() {
        return Ok(found);
    }
    debian::install(&["webkit2gtk-driver", "xvfb", "xauth"], "the test of the site in WebKit")?;
    present().ok_or_else(|| {
        Failure::new(
            "WebKitWebDriver, xvfb-run and xauth are not all in PATH, though their packages are installed",
            "the driver of a WebKit of 2024 or later, and xvfb",
            "WEBKIT_DRIVER=/path/to/WebKitWebDriver cargo xtask test",
        )
        .into()
    })
}

#[cfg(test)]
mod tests {
    use super::Chromium;
    use std::path::Path;
    use std::process::Command;

    #[test]
    fn one_driver_only_is_named() {
        let chromium = Chromium { browser: "/x/chromium".into(), driver: "/x/driver".into() };
        let mut command = Command::new("cargo");
        chromium.drive(&mut command, Path::new("webdriver.json"));
        let drivers = command.get_envs().filter_map(|(name, value)| {
            let name = name.to_str()?;
            value.filter(|_| name.contains("DRIVER") && !name.starts_with("WASM")).map(|_| name)
        });
        assert_eq!(drivers.collect::<Vec<_>>(), ["CHROMEDRIVER"]);
    }
}
