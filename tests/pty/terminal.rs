//! A terminal to try the real binary in: a pseudo-terminal with a program behind it, a screen that understands what the
//! program writes, and answers to what it asks. Everything is waited for with a deadline.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, ExitStatus, MasterPty, PtySize, SlavePty, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use vt100::{MouseProtocolMode, Parser, Screen};

use crate::home::Home;

/// Nothing may take longer, on however busy a machine.
pub(crate) const DEADLINE: Duration = Duration::from_secs(20);
/// Between two looks at something that does not tell when it changes.
const LOOK: Duration = Duration::from_millis(10);

/// A program in a terminal.
pub(crate) struct Terminal {
    parser: Parser,
    /// Everything that the program has written.
    pub(crate) written: Vec<u8>,
    answer: Option<&'static str>,
    answered: usize,
    news: Receiver<News>,
    /// The window; none once it is closed.
    window: Option<Window>,
    /// The terminal's settings before the program began, as text.
    settings: String,
    pid: Pid,
    ended: Option<ExitStatus>,
    reading: JoinHandle<()>,
    read_enough: Arc<AtomicBool>,
}

/// Our side of a pseudo-terminal.
struct Window {
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    /// Held, so that the terminal keeps its settings when the program has gone.
    slave: Option<Box<dyn SlavePty + Send>>,
}

enum News {
    Bytes(Vec<u8>),
    Ended(ExitStatus),
}

/// A program that is about to be started.
pub(crate) struct Start<'a> {
    home: &'a Home,
    command: Vec<String>,
    size: (u16, u16),
    background: Option<&'static str>,
    variables: Vec<(&'static str, &'static str)>,
}

impl<'a> Start<'a> {
    /// umland with these arguments.
    pub(crate) fn umland(home: &'a Home, arguments: &[&str]) -> Self {
        let mut command = vec![env!("CARGO_BIN_EXE_umland").to_owned()];
        command.extend(arguments.iter().map(|&argument| argument.to_owned()));
        Self { home, command, size: (120, 36), background: None, variables: Vec::new() }
    }

    /// umland as a job of a shell that runs this script, in which `"$0"` is umland.
    pub(crate) fn in_a_shell(home: &'a Home, script: &str) -> Self {
        let mut start = Self::umland(home, &[]);
        let umland = std::mem::take(&mut start.command);
        start.command = ["/bin/sh", "-c", script].map(str::to_owned).to_vec();
        start.command.extend(umland);
        start
    }

    /// With an environment variable.
    pub(crate) fn with(mut self, name: &'static str, value: &'static str) -> Self {
        self.variables.push((name, value));
        self
    }

    /// In a terminal that tells its background (an X11 colour) when it is asked.
    pub(crate) fn on(mut self, background: &'static str) -> Self {
        self.background = Some(background);
        self
    }

    /// Starts it.
    pub(crate) fn run(self) -> Terminal {
        let (columns, rows) = self.size;
        let pair = native_pty_system().openpty(pty_size(columns, rows)).unwrap();
        let settings = settings_of(pair.master.as_ref());
        let mut command = CommandBuilder::new(&self.command[0]);
        command.args(&self.command[1..]);
        command.env_clear();
        self.home.variables(|name, value| command.env(name, value));
        for (name, value) in &self.variables {
            command.env(name, value);
        }
        command.cwd(self.home.path());
        let mut child = pair.slave.spawn_command(command).unwrap();
        let id = i32::try_from(child.process_id().unwrap()).unwrap();

        let (tell, news) = channel();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let told = tell.clone();
        let read_enough = Arc::new(AtomicBool::new(false));
        let enough = Arc::clone(&read_enough);
        let reading = std::thread::spawn(move || {
            let mut buffer = vec![0; 65536];
            while let Ok(n @ 1..) = reader.read(&mut buffer) {
                let is_told = told.send(News::Bytes(buffer[..n].to_vec())).is_ok();
                if !is_told || enough.load(Ordering::SeqCst) {
                    return;
                }
            }
        });
        std::thread::spawn(move || {
            if let Ok(status) = child.wait() {
                let _ = tell.send(News::Ended(status)); // the test may be over
            }
        });
        Terminal {
            parser: Parser::new(non_zero(rows), non_zero(columns), 0),
            written: Vec::new(),
            answer: self.background,
            answered: 0,
            news,
            window: Some(Window {
                keys: pair.master.take_writer().unwrap(),
                master: pair.master,
                slave: Some(pair.slave),
            }),
            settings,
            pid: Pid::from_raw(id).unwrap(),
            ended: None,
            reading,
            read_enough,
        }
    }
}

impl Terminal {
    /// What is on the screen.
    pub(crate) fn screen(&self) -> &Screen {
        self.parser.screen()
    }

    /// What is on the screen, as lines.
    pub(crate) fn text(&self) -> String {
        self.screen().contents()
    }

    /// Waits until the screen shows a text.
    #[track_caller]
    pub(crate) fn shows(&mut self, part: &str) {
        self.until(part, |terminal| terminal.text().contains(part));
    }

    /// Waits until something is so.
    #[track_caller]
    pub(crate) fn until(&mut self, what: &str, is_so: impl Fn(&Self) -> bool) {
        let deadline = Instant::now() + DEADLINE;
        while !is_so(self) {
            let left = deadline.saturating_duration_since(Instant::now());
            let look = if left.is_zero() { left } else { left.min(LOOK) };
            match self.news.recv_timeout(look) {
                Ok(news) => self.take(news),
                Err(RecvTimeoutError::Timeout) if !left.is_zero() => {}
                Err(fault) => {
                    panic!("{fault} while waiting for {what}; on the screen:\n{}", self.text())
                }
            }
        }
    }

    /// Waits until the program has ended and all that it has written is read, and returns its exit code.
    #[track_caller]
    pub(crate) fn ends(&mut self) -> u32 {
        self.until("the end", |terminal| terminal.ended.is_some());
        assert_eq!(self.settings_now(), self.settings, "the terminal's settings");
        self.window_mut().slave = None;
        let deadline = Instant::now() + DEADLINE;
        while let Ok(news) =
            self.news.recv_timeout(deadline.saturating_duration_since(Instant::now()))
        {
            self.take(news);
        }
        self.ended.as_ref().unwrap().exit_code()
    }

    /// Types.
    pub(crate) fn types(&mut self, keys: &str) {
        let window = self.window_mut();
        window.keys.write_all(keys.as_bytes()).unwrap();
        window.keys.flush().unwrap();
    }

    /// Changes the size, as dragging the window's corner does.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        self.parser.screen_mut().set_size(non_zero(rows), non_zero(columns));
        self.window_mut().master.resize(pty_size(columns, rows)).unwrap();
    }

    /// Sends a signal to the program.
    pub(crate) fn signal(&self, signal: Signal) {
        kill_process(self.pid, signal).unwrap();
    }

    /// Closes the terminal under the program, and returns once the program has noticed. `key` must make it draw.
    pub(crate) fn vanishes(mut self, key: &str) {
        self.read_enough.store(true, Ordering::SeqCst);
        self.types(key);
        self.until("the last picture", |terminal| terminal.reading.is_finished());
        self.window = None;
        self.until("the end", |terminal| terminal.ended.is_some());
    }

    /// Somebody else empties the screen and switches everything off.
    pub(crate) fn is_reset(&mut self) {
        let (rows, columns) = self.screen().size();
        self.parser = Parser::new(rows, columns, 0);
    }

    /// The terminal is as it was before the program began.
    #[track_caller]
    pub(crate) fn is_restored(&self) {
        let screen = self.screen();
        assert!(!screen.alternate_screen(), "the alternate screen is left");
        assert!(!screen.hide_cursor(), "the cursor is shown");
        assert!(!screen.bracketed_paste(), "bracketed paste is off");
        assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::None, "the mouse is off");
        let last = |bytes: &[u8]| self.written.windows(bytes.len()).rposition(|w| w == bytes);
        assert!(last(b"\x1b[?1004h") < last(b"\x1b[?1004l"), "the focus is not reported any more");
        assert!(last(b"\x1b[22;2t") < last(b"\x1b[23;2t"), "the window has its title back");
        assert_eq!(screen.fgcolor(), vt100::Color::Default, "colours are reset");
        assert_eq!(self.settings_now(), self.settings, "the terminal's settings");
    }

    /// The terminal is the program's.
    pub(crate) fn is_taken(&self) -> bool {
        let screen = self.screen();
        screen.alternate_screen() && screen.hide_cursor() && screen.bracketed_paste()
    }

    /// Whether the program has asked for the background.
    pub(crate) fn was_asked(&self) -> bool {
        self.was_asked_since(0)
    }

    /// Whether it has asked again since it had written so many bytes.
    pub(crate) fn was_asked_since(&self, written: usize) -> bool {
        find(&self.written[written..], QUESTION).is_some()
    }

    fn window_mut(&mut self) -> &mut Window {
        self.window.as_mut().unwrap()
    }

    fn settings_now(&self) -> String {
        settings_of(self.window.as_ref().unwrap().master.as_ref())
    }

    fn take(&mut self, news: News) {
        match news {
            News::Ended(status) => self.ended = Some(status),
            News::Bytes(bytes) => {
                self.parser.process(&bytes);
                self.written.extend(bytes);
                if let Some(colour) = self.answer
                    && let Some(at) = find(&self.written[self.answered..], QUESTION)
                {
                    self.answered += at + QUESTION.len();
                    self.types(&format!("\x1b]11;{colour}\x07"));
                }
            }
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        if self.ended.is_none() {
            let _ = kill_process(self.pid, Signal::KILL); // it may just have ended
        }
    }
}

/// "What is your background?" (OSC 11).
const QUESTION: &[u8] = b"\x1b]11;?";

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

/// Raw mode and the rest of it, as text.
fn settings_of(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().unwrap())
}

fn pty_size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

fn non_zero(n: u16) -> NonZeroU16 {
    NonZeroU16::new(n).unwrap()
}
