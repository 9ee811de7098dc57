import Host
import Image
import Observation

extension DockerContainer {
  func facts(_ wanted: FactsRequest) async throws(EngineError) -> ContainerFacts {
    try await observer().facts(wanted)
  }

  func answer(to question: NetworkQuestion) async throws(EngineError) -> NetworkAnswer {
    try await observer().answer(to: question)
  }

  func files() async throws(EngineError) -> (any ImageView)? {
    do throws(EngineError) { return try await observer().files() } catch {
      if error.kind == .unavailable { return nil }
      throw error
    }
  }

  func signal(_ number: Int32) async throws(EngineError) {
    try await client.run(["kill", "--signal", "\(number)", id], to: "signal the container")
  }

  func mainProcess() async throws(EngineError) -> MainProcess {
    let said = try await inspect("{{.State.Running}} {{.State.ExitCode}}").split(separator: " ")
    guard said.count == 2, let code = Int32(said[1]) else {
      throw EngineError(.failed, "\(client.dialect.name) did not say what has become of the container")
    }
    return said[0] == "true" ? .running : .ended(code)
  }

  func logs(limit: Int) async throws(EngineError) -> ContainerLogs {
    let (output, error) = (CollectedBytes(limit: limit), CollectedBytes(limit: limit))
    _ = try await client.stream(["logs", id], to: "read the logs of the container") { chunk in
      switch chunk {
      case .output(let bytes): await output.append(bytes)
      case .error(let bytes): await error.append(bytes)
      }
    }
    let (outputCut, errorCut) = (await output.isOverLimit, await error.isOverLimit)
    return ContainerLogs(output: await output.bytes, error: await error.bytes, isCut: outputCut || errorCut)
  }

  /// Looks at the container's first process, where the daemon's processes are seen from here.
  private func observer() async throws(EngineError) -> ContainerObserver {
    guard let number = Int32(try await inspect("{{.State.Pid}}")), number > 0 else { throw .containerEnded }
    // A daemon elsewhere has numbers of its own, which may be those of other processes here.
    let groups = (try? Disk(workingDirectory: "/").read("/proc/\(number)/cgroup", limit: 1 << 16)) ?? []
    guard String(decoding: groups, as: UTF8.self).contains(id), let process = ProcessIdentity(running: number)
    else {
      throw EngineError(
        .unavailable,
        "the processes of \(client.dialect.name)'s containers are not seen from here")
    }
    return ContainerObserver(child: ChildProcess(executable: executable), container: process)
  }

  private func inspect(_ format: String) async throws(EngineError) -> String {
    try await client.run(["inspect", "--format", format, id], to: "look at the container")
  }
}
