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

  /// Writes a result.
  func write(_ text: String) { HostEnvironment.write(Array(text.utf8), to: 1) }
  func write(_ bytes: [UInt8]) { HostEnvironment.write(bytes, to: 1) }

  /// Writes a text for people beside a result for programs.
  func tell(_ bytes: [UInt8]) { HostEnvironment.write(bytes, to: 2) }

  /// Writes a line about what goes on.
  func say(_ line: String) { HostEnvironment.write(Array((line + "\n").utf8), to: 2) }

  /// Writes an error, and what to do about it.
  func complain(_ message: String, help: String? = nil) {
    say("\(styled("error:", .red)) \(message)")
    if let help { say("  \(styled("help:", .cyan)) \(help)") }
  }

  /// Says that a signal came, and ends the process.
  func endInterrupted() -> Never {
    complain("interrupted")
    _exit(ExitStatus.interrupted.rawValue)
  }

  /// Writes what is worth knowing though nothing went wrong, and what to do about it.
  func note(_ message: String, help: String? = nil) {
    say("\(styled("note:", .cyan)) \(message)")
    if let help { say("  \(styled("help:", .cyan)) \(help)") }
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
