/// One Dockerfile instruction as `docker commit --change` takes it: a change to an image's configuration.
///
/// Words keep their quotes and `$NAME`s; they are expanded when the change is applied, since a change may name a
/// variable that an earlier one sets.
package enum ConfigurationChange: Sendable, Hashable {
  case command(CommandLine)
  case entrypoint(CommandLine)
  /// Name and value, in order.
  case environment([Pair])
  case expose([String])
  case healthcheck(Healthcheck)
  case labels([Pair])
  case onBuild(String)
  case stopSignal(String)
  case user(String)
  case volumes([String])
  case workingDirectory(String)

  /// A program as it is written: words, or a line for the shell.
  package enum CommandLine: Sendable, Hashable {
    case words([String])
    case shell(String)
  }

  package struct Pair: Sendable, Hashable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// What is wrong with a change.
  package struct Fault: Error, Sendable, Hashable, CustomStringConvertible {
    /// One sentence, lower-case, no final stop.
    package let message: String
    /// What to write instead.
    package let help: String?

    package init(_ message: String, help: String? = nil) {
      self.message = message
      self.help = help
    }

    package var description: String { message }
  }

  /// The instructions that a commit takes.
  package static let instructions = [
    "CMD", "ENTRYPOINT", "ENV", "EXPOSE", "HEALTHCHECK", "LABEL", "ONBUILD", "STOPSIGNAL", "USER", "VOLUME",
    "WORKDIR",
  ]

  /// Reads the instructions of one `--change`, or says what is wrong with it. Docker reads it as a Dockerfile: it may have several
  /// lines, and comments among them.
  package static func parse(_ text: String) -> Result<[ConfigurationChange], Fault> {
    Result { () throws(Fault) in try ConfigurationChangeParser.changes(in: text) }
  }
}
