//! A clock that stands still at a moment of your choice, for `tests/long/lived` alone: laid under the program from outside,
//! it makes a day in the past out of today. The program itself has no way to be told another day than the one it is.
//! `STANDS_AT` is the moment, in seconds since 1970. Other clocks, such as those that measure how long something takes, go on.

use std::ffi::{c_char, c_int, c_long, c_void};
use std::sync::OnceLock;

/// The clock that tells the day.
const REALTIME: c_int = 0;
/// The next library after this one, on Linux.
const NEXT: *mut c_void = usize::MAX as *mut c_void;

/// A moment as the system gives it.
#[repr(C)]
pub struct Moment {
    seconds: i64,
    nanos: c_long,
}

type Clock = unsafe extern "C" fn(c_int, *mut Moment) -> c_int;

unsafe extern "C" {
    fn dlsym(library: *mut c_void, name: *const c_char) -> *mut c_void;
}

/// What the program calls in place of the system's own.
///
/// # Safety
///
/// As of the system's: `into` is a moment that may be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn clock_gettime(clock: c_int, into: *mut Moment) -> c_int {
    static AT: OnceLock<Option<i64>> = OnceLock::new();
    static REAL: OnceLock<usize> = OnceLock::new();
    let at = *AT.get_or_init(|| std::env::var("STANDS_AT").ok()?.parse().ok());
    if let (REALTIME, Some(seconds)) = (clock, at) {
        unsafe { *into = Moment { seconds, nanos: 0 } };
        return 0;
    }
    let real = *REAL.get_or_init(|| unsafe { dlsym(NEXT, c"clock_gettime".as_ptr()) as usize });
    unsafe { std::mem::transmute::<usize, Clock>(real)(clock, into) }
}
