import Host

/// Runs this program's own executable as a child of the engine.
struct ChildProcess: Sendable {
  /// The program that calls `NativeEngineChild.runIfAsked`.
  let executable: String

  /// Where children find programs: where we do, and where administrators' programs lie.
  static let path = [HostEnvironment.current()["PATH"], "/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin"]
    .compactMap { $0 }.joined(separator: ":")

  /// Runs a child to its end; what it reports is thrown. `report` is nil for one that answers on standard output alone.
  func run(
    _ verb: String, _ options: ChildOptions, report: String?, environment: [String: String] = [:],
    input: Command.Input = .none, deadline: Double? = nil, _ sink: @escaping Command.Sink = { _ in }
  ) async throws(EngineError) -> Termination {
    let command = Command(
      [executable, NativeEngineChild.mark, verb] + options.arguments,
      environment: .exactly(environment.merging(["PATH": Self.path]) { first, _ in first }),
      workingDirectory: "/", input: input, deadline: deadline)
    let termination: Termination
    do throws(HostError) {
      termination = try await command.stream(sink)
    } catch {
      _ = report.flatMap { ChildReport(path: $0).take() }
      throw error.reason == .timedOut ? EngineError(.timedOut, "it took too long") : .host(error)
    }
    if let error = report.flatMap({ ChildReport(path: $0).take() }) { throw error }
    if let report, termination == .signalled(ChildReport.diskIsFull) {
      throw .host(HostError("work in `\(HostFile.folder(of: report))`", .noSpace))
    }
    return termination
  }
}
