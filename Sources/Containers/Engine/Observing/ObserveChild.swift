import DataSyntax
import Glibc
import Host
import Observation

/// Looks at a container from within its network, and at its processes and mounts from outside: nothing of its image is run, so
/// that an image without any program is seen as well.
struct ObserveChild {
  private static let limit = 64 << 20

  let request: ObserveRequest

  /// Never returns: writes what it has seen, or why it sees nothing, and exits.
  func run() -> Never {
    // A server that hangs up is an answer.
    signal(SIGPIPE, SIG_IGN)
    let message: Message
    do throws(EngineError) { message = try answer() } catch {
      message = Message(.members([("error", .strings([error.kind.rawValue, error.message]))]))
    }
    let output = RegularFile(made: STDOUT_FILENO)
    do throws(EngineError) { try output.write(message.bytes, to: FileName("the answer")) } catch { _exit(1) }
    _exit(0)
  }

  private func answer() throws(EngineError) -> Message {
    let input: [UInt8]
    do throws(HostError) {
      input = try Disk.readAll(STDIN_FILENO, sizeHint: 0, limit: Self.limit, attempt: "read a question")
    } catch { throw .host(error) }
    if case .signal = request.work {
      try ContainerNamespaces(of: request.container, .users).enter()
      return try signalled(Message.number(of: "signal", in: input))
    }
    try ContainerNamespaces(of: request.container, .surroundings).enter()
    let root = try ContainerRoot(of: request.container)
    switch request.work {
    case .facts:
      guard let wanted = FactsRequest(message: input) else { throw .notUnderstood }
      return try FactsReading(container: request.container, root: root, wanted: wanted).facts().message
    case .signal: throw .notUnderstood
    case .network:
      guard let question = NetworkQuestion(message: input) else { throw .notUnderstood }
      return NetworkInquiry(names: NameLookup(root: root), root: root).answer(to: question).message
    }
  }

  private func signalled(_ number: Int?) throws(EngineError) -> Message {
    guard let number = number.flatMap({ Int32(exactly: $0) }) else { throw .notUnderstood }
    guard request.container.isRunning, kill(request.container.number, number) == 0 else {
      throw request.container.isRunning ? .system("signal the container's process") : .containerEnded
    }
    return Message(.members([("done", .bool(true))]))
  }
}

extension EngineError {
  fileprivate static let notUnderstood = EngineError(.failed, "a child of the engine was not understood")
}
