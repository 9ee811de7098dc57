import Host
import Image

/// Runs the command of docker, which finds its daemon as it does for the user (`DOCKER_HOST`, contexts), or podman's.
struct DockerClient: Sendable {
  let dialect: DockerDialect
  /// The program, which is looked up on PATH, with what stands before every command.
  private(set) var program: [String]
  /// Variables laid over our own environment.
  var environment: [String: String]

  init(_ dialect: DockerDialect = .docker, environment: [String: String] = [:]) {
    self.dialect = dialect
    program = [dialect.name] + dialect.leading
    self.environment = environment
  }

  /// Runs a command to its end and returns what it printed, without white space at its end; a failure is
  /// told in our words.
  @discardableResult
  func run(
    _ arguments: [String], to attempt: String, input: Command.Input = .none, deadline: Double? = nil,
    patience: Double? = nil
  ) async throws(EngineError) -> String {
    let output = try await output(
      arguments, to: attempt, input: input, deadline: deadline, patience: patience)
    return String(decoding: output, as: UTF8.self).trimmingEnd
  }

  /// The same, for output that is no text.
  @discardableResult
  func output(
    _ arguments: [String], to attempt: String, input: Command.Input = .none, deadline: Double? = nil,
    patience: Double? = nil, limit: Int = 16 << 20
  ) async throws(EngineError) -> [UInt8] {
    let output: CommandOutput
    do throws(HostError) {
      var command = command(arguments, input: input, deadline: deadline)
      command.patience = patience
      output = try await command.output(limit: limit)
    } catch {
      throw failure(error, attempt)
    }
    guard output.termination.succeeded else {
      let told = String(decoding: output.error, as: UTF8.self).trimmingEnd
      throw self.error(told.isEmpty ? "exit code \(output.termination.shellCode)" : told, attempt)
    }
    return output.output
  }

  /// Runs a command and has its output written to a new file. The client's own `--output` makes a file of another name first,
  /// which stays when it is killed.
  func write(_ arguments: [String], to path: String, attempting attempt: String) async throws(EngineError) {
    var shell = self
    shell.program = ["/bin/sh"]
    try await shell.output(["-c", "exec \"$@\" >\"$0\"", path] + program + arguments, to: attempt)
  }

  /// Runs a command whose input is a tar of one file, which is read as it is sent.
  func feed(
    _ path: String, in frame: TarFrame, to arguments: [String], attempting attempt: String
  ) async throws(EngineError) {
    var shell = self
    shell.program = ["/bin/sh"]
    let script = """
      file=$1 size=$2 tail=$3; shift 3
      { cat; head -c "$size" "$file"; head -c "$tail" /dev/zero; } | "$@"
      """
    let words = ["-c", script, "sh", path, "\(frame.size)", "\(frame.tail)"]
    try await shell.output(words + program + arguments, to: attempt, input: .bytes(frame.head))
  }

  /// Runs a command and hands on what it prints; any exit code is an answer.
  func stream(
    _ arguments: [String], to attempt: String, input: Command.Input = .none,
    environment: [String: String] = [:],
    deadline: Double? = nil, _ sink: @escaping Command.Sink
  ) async throws(EngineError) -> Termination {
    var client = self
    client.environment.merge(environment) { $1 }
    do throws(HostError) {
      return try await client.command(arguments, input: input, deadline: deadline).stream(sink)
    } catch {
      throw failure(error, attempt)
    }
  }

  private func command(_ arguments: [String], input: Command.Input, deadline: Double?) -> Command {
    Command(
      program + arguments, environment: .inherited(adding: environment), input: input, deadline: deadline)
  }

  /// A failure that it told, in our words.
  func error(_ text: String, _ attempt: String) -> EngineError {
    DockerFailure(text, of: dialect).error(attempt)
  }

  private func failure(_ error: HostError, _ attempt: String) -> EngineError {
    switch error.reason {
    case .absent: dialect.absence
    case .timedOut: EngineError(.timedOut, "\(dialect.name) took too long to \(attempt)")
    case .stalled:
      EngineError(
        .registry, "the registry stalls: \(dialect.name) was to \(attempt), and nothing came or went",
        help: RegistryPatience.advice)
    default: .host(error)
    }
  }
}

extension String {
  /// The text without white space at its end.
  var trimmingEnd: String {
    String(
      decoding: Array(utf8).reversed().drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
        .reversed(), as: UTF8.self)
  }
}
