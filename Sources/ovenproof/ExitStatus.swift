/// The exit codes of every command.
enum ExitStatus: Int32, Comparable {
  case success = 0
  /// Findings at or above the threshold, a failed build or assertion.
  case failure = 1
  /// An unknown option, a path argument that is absent or not readable.
  case usage = 2
  /// The machine could not do or decide it: no engine, no network, undecided assertions.
  case undecided = 3
  case interrupted = 130

  static func < (a: ExitStatus, b: ExitStatus) -> Bool { a.weight < b.weight }

  /// The order in which one status hides another when several things were done.
  private var weight: Int {
    switch self {
    case .success: 0
    case .undecided: 1
    case .failure: 2
    case .usage: 3
    case .interrupted: 4
    }
  }
}
