import Baking
import Host
import PlanSupport
import Support
import Testing

/// The recorded runs of Packer, baked for real on an engine that only notes what is asked: the same container operations in
/// the same order, with the same uploaded bytes, and the same files left on the host.
struct RecordedBakeTests {
  /// Recordings that we answer otherwise, with the reason.
  static let otherwise = [
    "docker-windows": "a Windows container is not started",
    "powershell": "a Linux container has no PowerShell: refused before anything is started",
    "windows-shell": "a Linux container has no cmd: refused before anything is started",
    "file-download-dir": "Packer starts the container, and then says that it cannot do it",
    "pp-docker-push-committed": "Packer pushes an image without a name, which no registry takes",
    "ansible": "needs a container that answers: AnsibleFromHostTests plays it",
  ]

  static let names: [String] = {
    let files = (try? CaseFolder.files(in: "packer-exec", endings: [".trace.json"])) ?? []
    return files.map { String($0.name.dropLast(".trace.json".count)) }
  }()

  @Test("the folder of recordings is read, and few are answered otherwise")
  func folder() {
    #expect(Self.names.count > 60)
    #expect(Set(Self.otherwise.keys).isSubset(of: Self.names))
  }

  @Test("asks the engine for what Packer asked docker", arguments: names.filter { otherwise[$0] == nil })
  func calls(_ name: String) async throws {
    try await TemporaryFolder.with { folder in
      let run = try await RecordedRun.load(name, copiedTo: folder)
      let answers = run.calls.map(\.asAsked)
      let recorded = answers.onceEach
      let engine = PackerCallsEngine(answers, in: folder)
      var options = BakeOptions(workingDirectory: folder)
      options.pull = .always
      options.parallelBuilds = 1
      options.environment = ["TMPDIR": folder]
      options.scratchFolder = folder + "/scratch"
      let baker = Baker(
        engine: engine, options: options,
        clock: RunClock(started: 0, uuid: "00000000-0000-0000-0000-000000000000", functions: { _ in nil }),
        sink: { _ in })
      let results = await baker.bake(run.wholePlan)
      let made = await engine.calls.onceEach
      if results.count > 1 {
        // Packer ran them side by side.
        let all = await engine.calls
        #expect(all.map { "\($0)" }.sorted() == answers.map { "\($0)" }.sorted())
      } else {
        for (index, call) in recorded.enumerated() {
          #expect(index < made.count && made[index] == call, "call \(index + 1)")
        }
        #expect(made.count == recorded.count, "\(made.dropFirst(recorded.count))")
      }
      #expect(results.allSatisfy { $0.verdict == .done } == run.succeeded)
      for (path, content) in run.files where !content.hasPrefix("<binary") {
        let found = try CaseFolder.bytes(of: path.replacing(RecordedRun.output, with: folder + "/out"))
        #expect(String(decoding: found, as: UTF8.self) == content, "\(path)")
      }
    }
  }
}

extension [RecordedRun.Call] {
  /// The calls without their answers, one that is repeated until a time has passed only once: how often that is depends on how
  /// busy the machine is.
  fileprivate var onceEach: [RecordedRun.Call] {
    reduce(into: []) { calls, call in
      var call = call
      call.exitCode = 0
      if calls.last != call { calls.append(call) }
    }
  }
}

extension RecordedRun.Call {
  /// The call without what an engine is not asked for: a terminal, the words of `run_command`, and by
  /// which of its names an image is tagged.
  fileprivate var asAsked: RecordedRun.Call {
    var call = self
    switch arguments.first {
    case "run":
      let image = arguments.last { $0.hasPrefix("debian:") } ?? "?"
      let own = Array(arguments.prefix { $0 != "-d" })
      call.arguments = own + [image]
    case "exec": call.arguments.removeAll { $0 == "-t" }
    case "tag": if arguments.count == 3 { call.arguments[1] = "<image>" }
    default: break
    }
    return call
  }
}
