import Diagnostics
import Glibc
import Host

/// The three streams: results to standard output, everything else to standard error.
struct Console: Sendable {
  /// Whether results may be coloured.
  let colorsOutput: Bool
  /// Whether messages may be coloured.
  let colorsErrors: Bool
  /// Whether people watch standard error: then progress is live.
  let isInteractive: Bool

  static func current(_ choice: ColorChoice = .auto, quiet: Bool = false) -> Console {
    let environment = HostEnvironment.current()
    let allowed = environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    func colors(_ descriptor: Int32) -> Bool {
      switch choice {
      case .always: true
      case .never: false
      case .auto: allowed && HostEnvironment.isTerminal(descriptor)
      }
    }
    return Console(
      colorsOutput: colors(1), colorsErrors: colors(2), isInteractive: HostEnvironment.isTerminal(2) && !quiet
    )
  }

  /// Writes a result; one that gets lost on the way, on a full disk for example, is a failure.
  func write(_ text: String) throws(HostError) { try write(Array(text.utf8)) }
  func write(_ bytes: [UInt8]) throws(HostError) { try HostEnvironment.write(bytes, to: 1) }

  /// Writes a text for people beside a result for programs.
  func tell(_ bytes: [UInt8]) { try? HostEnvironment.write(bytes, to: 2) }

  /// Writes a line about what goes on.
  func say(_ line: String) { try? HostEnvironment.write(Array((line + "\n").utf8), to: 2) }

  /// Shows a line that is to be replaced, cut to the terminal's width.
  func show(status: String) {
    var size = winsize()
    let columns =
      ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
    let text = VisibleText.line(status)
    var (shown, width) = ("", 0)
    for scalar in text.unicodeScalars {
      width += VisibleText.width(of: scalar)
      if width >= columns { break }
      shown.unicodeScalars.append(scalar)
    }
    tell(Array("\r\u{1B}[K\(styled(shown, .dim))".utf8))
  }

  /// Takes such a line away.
  func clearStatus() { tell(Array("\r\u{1B}[K".utf8)) }

  /// Writes an error, and what to do about it.
  func complain(_ message: String, help: String? = nil) {
    say("\(styled("error:", .red)) \(VisibleText.logLine(message))")
    if let help { say("  \(styled("help:", .cyan)) \(VisibleText.logLine(help))") }
  }

  /// Says that a signal came, and ends the process.
  func endInterrupted() -> Never {
    complain("interrupted")
    _exit(ExitStatus.interrupted.rawValue)
  }

  /// Writes what is worth knowing though nothing went wrong, and what to do about it.
  func note(_ message: String, help: String? = nil) {
    say("\(styled("note:", .cyan)) \(VisibleText.logLine(message))")
    if let help { say("  \(styled("help:", .cyan)) \(VisibleText.logLine(help))") }
  }

  /// Words for standard error in a colour, where it may have one.
  func styled(_ text: String, _ style: Style) -> String {
    colorsErrors ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  enum Style: String {
    case bold = "1"
    case dim = "2"
    case red = "1;31"
    case green = "32"
    case yellow = "33"
    case cyan = "36"
  }
}
