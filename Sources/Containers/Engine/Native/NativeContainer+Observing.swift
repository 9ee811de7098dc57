import Glibc
import Host
import Image
import Observation

extension NativeContainer {
  private var observer: ContainerObserver {
    ContainerObserver(child: running.child, container: running.process)
  }

  func facts(_ wanted: FactsRequest) async throws(EngineError) -> ContainerFacts {
    try expectOwnWalls()
    return try await observer.facts(wanted)
  }

  func answer(to question: NetworkQuestion) async throws(EngineError) -> NetworkAnswer {
    try expectOwnWalls()
    return try await observer.answer(to: question)
  }

  func files() async throws(EngineError) -> (any ImageView)? {
    runtime.variant.abilities.isolatedProcesses ? try observer.files() : nil
  }

  func signal(_ number: Int32) async throws(EngineError) { try await observer.signal(number) }

  func mainProcess() async throws(EngineError) -> MainProcess {
    // Who stands behind it writes its end down a moment later.
    for _ in 0..<100 {
      if let code = Int32(text(of: running.scratch.end)) { return .ended(code) }
      if running.process.isRunning { return .running }
      do { try await Task.sleep(for: .milliseconds(10)) } catch {
        throw EngineError(.cancelled, "interrupted")
      }
    }
    return .ended(nil)
  }

  func logs(limit: Int) async throws(EngineError) -> ContainerLogs {
    var logs = ContainerLogs()
    do throws(HostError) {
      logs.output = try Self.bytes(of: running.scratch.output)
      logs.error = try Self.bytes(of: running.scratch.error)
    } catch {
      throw .host(error)
    }
    logs.isCut = logs.output.count > limit || logs.error.count > limit
    logs.output = Array(logs.output.prefix(limit))
    logs.error = Array(logs.error.prefix(limit))
    return logs
  }

  private func expectOwnWalls() throws(EngineError) {
    guard runtime.variant.abilities.isolatedProcesses else {
      throw EngineError(
        .unavailable, "containers of a changed root alone have no processes and no network of their own")
    }
  }

  /// Empty as long as nothing stands there.
  private func text(of path: String) -> String {
    String(decoding: (try? Self.bytes(of: path)) ?? [], as: UTF8.self)
  }

  private static func bytes(of path: String) throws(HostError) -> [UInt8] {
    try Disk(workingDirectory: "/").read(path, limit: 32 << 20)
  }
}
