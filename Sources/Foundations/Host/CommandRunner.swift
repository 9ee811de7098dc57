import Glibc
import Subprocess
import SystemPackage

extension Command {
  /// Takes pieces of what a program prints, in order within each stream.
  package typealias Sink = @Sendable (OutputChunk) async -> Void

  /// Runs the program to its end and hands on what it prints as it comes.
  ///
  /// The program leads a process group of its own. A deadline or a cancelled task ends the group with TERM and, after
  /// two seconds, KILL. A child in the background that keeps the pipes open does not delay the return.
  package func stream(_ sink: @escaping Sink) async throws(HostError) -> Termination {
    _ = Self.brokenPipesAreErrors
    do {
      guard let deadline else { return try await streamUnbounded(sink) }
      return try await withThrowingTaskGroup(of: Termination?.self) { group in
        group.addTask { try await streamUnbounded(sink) }
        group.addTask {
          try await Task.sleep(for: .seconds(deadline))
          return nil
        }
        defer { group.cancelAll() }
        guard let first = try await group.next(), let termination = first else {
          throw HostError(attempt, .timedOut)
        }
        return termination
      }
    } catch let error as HostError {
      throw error
    } catch {
      throw failure(of: error)
    }
  }

  /// Runs the program to its end and returns all that it printed; refuses more than `limit` bytes per stream.
  package func output(limit: Int = 16 << 20) async throws(HostError) -> CommandOutput {
    let collected = CollectedOutput(limit: limit)
    let termination = try await stream { await collected.append($0) }
    guard let (output, error) = await collected.result else {
      throw HostError(attempt, .other("it printed more than \(limit) bytes"))
    }
    return CommandOutput(termination: termination, output: output, error: error)
  }

  /// Writing to a program that has stopped reading must give EPIPE, not end us; children get the default back.
  private static let brokenPipesAreErrors: Void = { signal(SIGPIPE, SIG_IGN) }()

  private var attempt: String { "run `\(arguments[0])`" }

  private func streamUnbounded(_ sink: @escaping Sink) async throws -> Termination {
    switch input {
    case .none: return try await spawn(input: .none, sink)
    case .bytes(let bytes):
      // A pipe that we feed ourselves is no choice: swift-subprocess 1.0.2 traps when the program ends before it has read all.
      let descriptor = try MemoryFile.holding(bytes, attempt: "hold a program's input")
      return try await spawn(input: .taking(descriptor), sink)
    case .file(let path):
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw HostError.last("read `\(path)`") }
      return try await spawn(input: .taking(descriptor), sink)
    }
  }

  private func spawn<Input: InputProtocol>(input: Input, _ sink: @escaping Sink) async throws -> Termination {
    var group: pid_t = 0
    // Whatever outlived TERM in a cancelled program's group, such as a child that ignores it.
    defer { if Task.isCancelled, group > 0 { kill(-group, SIGKILL) } }
    let outcome = try await Subprocess.run(
      configuration, input: input, output: .sequence, error: .sequence
    ) { execution in
      group = execution.processIdentifier.value
      try await drain(
        execution.standardOutput, execution.standardError, of: execution.processIdentifier, sink)
    }
    switch outcome.terminationStatus {
    case .exited(let code): return .exited(code)
    case .signaled(let signal): return .signalled(signal)
    }
  }

  private var configuration: Configuration {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [
      .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: .seconds(2)),
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero),
    ]
    return Configuration(
      executable: arguments[0].utf8.contains(0x2F) ? .path(FilePath(arguments[0])) : .name(arguments[0]),
      arguments: Arguments(Array(arguments.dropFirst())), environment: subprocessEnvironment,
      workingDirectory: workingDirectory.map { FilePath($0) }, platformOptions: options)
  }

  private var subprocessEnvironment: Subprocess.Environment {
    switch environment {
    case .inherited(let added):
      .inherit.updating(Dictionary(uniqueKeysWithValues: added.map { (key(named: $0), $1) }))
    case .exactly(let all): .custom(Dictionary(uniqueKeysWithValues: all.map { (key(named: $0), $1) }))
    }
  }

  private func key(named name: String) -> Subprocess.Environment.Key { .init(stringLiteral: name) }

  /// What a task of `drain` waits for.
  private enum Awaited { case stream, end, rest }

  /// Reads both streams to their ends, or until the program has ended and a child in the background holds them open.
  ///
  /// A program that has closed both and goes on is waited for as long as its patience holds.
  private func drain(
    _ output: SubprocessOutputSequence, _ error: SubprocessOutputSequence, of process: ProcessIdentifier,
    _ sink: @escaping Sink
  ) async throws {
    try await withThrowingTaskGroup(of: Awaited.self) { group in
      group.addTask {
        for try await buffer in output { await sink(.output(buffer.bytes.array)) }
        return .stream
      }
      group.addTask {
        for try await buffer in error { await sink(.error(buffer.bytes.array)) }
        return .stream
      }
      group.addTask {
        try await Self.end(of: process)
        return .end
      }
      if let patience {
        group.addTask {
          try await ProcessProgress(of: process.value).end(after: patience)
          throw HostError(attempt, .stalled)
        }
      }
      var (open, isWatched) = (2, patience != nil)
      while open > 0 || isWatched, let awaited = try await group.next() {
        switch awaited {
        case .stream: open -= 1
        case .end:
          isWatched = false
          group.addTask {
            // What the program wrote before it ended is in the pipe already.
            try await Task.sleep(for: .milliseconds(200))
            return .rest
          }
        case .rest: open = 0
        }
      }
      group.cancelAll()
      do { while try await group.next() != nil {} } catch is CancellationError {}
    }
  }

  /// Waits until the process has ended, without reaping it.
  private static func end(of process: ProcessIdentifier) async throws {
    var watched = pollfd(fd: process.processDescriptor, events: Int16(POLLIN), revents: 0)
    while poll(&watched, 1, 0) == 0 { try await Task.sleep(for: .milliseconds(20)) }
  }

  private func failure(of error: any Error) -> HostError {
    if error is CancellationError { return HostError(attempt, .cancelled) }
    guard let error = error as? SubprocessError else { return HostError(attempt, .other("\(error)")) }
    switch error.code {
    case .executableNotFound: return HostError(attempt, .absent)
    case .failedToChangeWorkingDirectory:
      return HostError("enter `\(workingDirectory ?? ".")`", .absent)
    default: return HostError(attempt, .other("\(error)"))
    }
  }
}

/// What a program has printed so far, up to a limit per stream.
private actor CollectedOutput {
  private let limit: Int
  private var output: [UInt8] = []
  private var error: [UInt8] = []
  private var isOverLimit = false

  init(limit: Int) { self.limit = limit }

  func append(_ chunk: OutputChunk) {
    switch chunk {
    case .output(let bytes): grow(&output, by: bytes)
    case .error(let bytes): grow(&error, by: bytes)
    }
  }

  /// Both streams; nil where one was cut.
  var result: (output: [UInt8], error: [UInt8])? { isOverLimit ? nil : (output, error) }

  private func grow(_ stream: inout [UInt8], by bytes: [UInt8]) {
    if stream.count + bytes.count > limit { isOverLimit = true } else { stream += bytes }
  }
}

extension InputProtocol where Self == FileDescriptorInput {
  /// A descriptor that is closed once the program has it.
  fileprivate static func taking(_ descriptor: Int32) -> Self {
    .fileDescriptor(FileDescriptor(rawValue: descriptor), closeAfterSpawningProcess: true)
  }
}

extension RawSpan {
  /// A copy of the bytes.
  fileprivate var array: [UInt8] { withUnsafeBytes { Array($0) } }
}
