import ArgumentParser
import Diagnostics
import Expectation

extension VerifyCommand {
  /// The command of a line with an image, specs, `--quiet` and `--pull`; nil for any other line.
  static func plain(_ words: ArraySlice<String>) -> VerifyCommand? {
    var command = bare
    var images: [String] = []
    var rest = words
    while let word = rest.popFirst() {
      switch word {
      case "--quiet", "-q": command.consoleOptions.quiet = true
      case "--pull": command.pull = true
      case "--spec":
        guard let path = rest.popFirst(), !path.hasPrefix("-") else { return nil }
        command.spec.append(path)
      default:
        guard !word.hasPrefix("-") else { return nil }
        images.append(word)
      }
    }
    guard images.count == 1, !command.spec.isEmpty else { return nil }
    command.image = images[0]
    return command
  }

  /// The command of a line without words.
  private static var bare: VerifyCommand {
    var command = VerifyCommand()
    command.spec = []
    command.compat = .mended
    command.dialects = .none
    command.inputs = .none
    command.allowUndecided = false
    command.failOn = .error
    command.run = nil
    command.shadow = false
    command.pull = false
    command.platform = .none
    command.engine = .none
    command.reports = .none
    command.consoleOptions = .none
    return command
  }
}
