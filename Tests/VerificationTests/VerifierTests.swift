import Engine
import Expectation
import Image
import Source
import Support
import Testing
import Verification

@Suite struct VerifierTests {
  private let spec = VerifierTests.spec(
    """
    files: {/etc/motd: {contents: [Welcome]}}
    commands:
      greet --version: {stdout: ["/^1\\\\./"], timeout: 5s}
      fail: {exec: [fail, -x], user: nobody, workdir: /tmp, env: {A: b}, exit-status: 3, stderr: [no]}
    """)

  private var image: MemoryImage {
    var image = MemoryImage()
    image.add(file: "/etc/motd", "Welcome\n")
    return image
  }

  static func spec(_ text: String) -> OvenproofSpec {
    SpecFile.read(SourceFile(FileID("machine.spec.yaml"), bytes: Array(text.utf8))).spec
  }

  @Test func `Judges files at rest and commands by what they did`() async {
    let box = Sandbox { command in
      command.arguments == ["/bin/sh", "-c", "greet --version"]
        ? .init(.exited(0), output: ["1.", "2\n"]) : .init(.exited(3), error: ["no\n"])
    }
    let result = await Verifier(commands: .runner(box.runner)).verify(image, against: [spec])
    #expect(result.outcomes.map(\.verdict) == [.passed, .passed, .passed, .passed, .passed])
    #expect(result.verdict == .passed)
    #expect(result.specs.map(\.file.path) == ["machine.spec.yaml"])
    let commands = await box.commands.sorted { $0.arguments.count < $1.arguments.count }
    #expect(commands.map(\.deadline) == [10, 5])
    #expect(commands[0].arguments == ["fail", "-x"])
    #expect(commands[0].user == "nobody")
    #expect(commands[0].workingDirectory == "/tmp")
    #expect(commands[0].environment == ["A": "b"])
    #expect(await box.openings == 1)
  }

  @Test func `Says of a missed file that no start is looked at, where it is asked to`() async {
    let spec = Self.spec(
      "files: {/run/app.pid: {exists: true}, /etc/motd: {exists: true}, /nope: {exists: false}}")
    let result = await Verifier(commands: .none("nothing runs")).verify(image, against: [spec])
    func hinted(_ result: VerificationResult) -> [String] {
      result.outcomes.filter { $0.evidence.contains { $0.contains("ovenproof dgoss run") } }.map(\.id)
    }
    #expect(hinted(result).isEmpty)
    #expect(hinted(result.remindingOfRest) == ["files:/run/app.pid:exists"])
    #expect(result.remindingOfRest.outcomes.map(\.verdict) == result.outcomes.map(\.verdict))
  }

  @Test func `Leaves commands undecided where nothing can run them, and is not green`() async {
    let result = await Verifier(commands: .none("no engine is here")).verify(image, against: [spec])
    #expect(result.outcomes.map(\.verdict) == [.passed, .undecided, .undecided, .undecided, .undecided])
    #expect(result.outcomes.last?.message == "cannot tell: no engine is here")
    #expect(result.verdict == .undecided)
  }

  @Test func `Tells a machine without an engine from a sandbox that fails`() async {
    for (kind, verdict) in [
      (EngineError.Kind.unavailable, Outcome.Verdict.undecided), (.failed, .error), (.noSpace, .error),
    ] {
      let runner = CommandRunner { _, _ in throw EngineError(kind, "runc is not installed") }
      let result = await Verifier(commands: .runner(runner)).verify(image, against: [spec])
      #expect(result.outcomes.dropFirst().allSatisfy { $0.verdict == verdict }, "\(kind)")
      #expect(result.verdict == .undecided)
    }
  }

  @Test func `Says that a command did not end, once`() async {
    let box = Sandbox { _ in .init(.timedOut, output: ["waiting\n"]) }
    let result = await Verifier(commands: .runner(box.runner)).verify(
      image, against: [Self.spec("commands: {slow: {timeout: 1500ms, stdout: [done]}}")])
    #expect(result.outcomes.map(\.verdict) == [.failed, .blocked])
    #expect(result.outcomes[0].message == "the command did not end within 1500 ms and was killed")
    #expect(result.outcomes[0].evidence.contains("  1 | waiting"))
    #expect(result.verdict == .failed)
  }

  @Test func `Does not judge output of which a part is lost`() async {
    let box = Sandbox { _ in .init(.exited(0), output: ["aaaa", "bbbb"]) }
    let result = await Verifier(commands: .runner(box.runner), outputLimit: 6).verify(
      image, against: [Self.spec("commands: {flood: {stdout: [\"!b\"]}}")])
    #expect(result.outcomes.map(\.verdict) == [.passed, .error])
  }

  @Test func `Runs a few commands at once and no more`() async {
    let box = Sandbox { _ in .init(.exited(0)) }
    let names = (0..<20).map { "  c\($0): {}" }.joined(separator: "\n")
    let result = await Verifier(commands: .runner(box.runner), parallelism: 3).verify(
      image, against: [Self.spec("commands:\n\(names)")])
    #expect(result.outcomes.map(\.id) == (0..<20).map { "commands:c\($0):exit-status" })
    #expect(await box.most <= 3)
    #expect(await box.commands.count == 20)
  }

  @Test func `Opens no sandbox for a spec without commands or with skipped ones`() async {
    let box = Sandbox { _ in .init(.exited(0)) }
    let text = "files: {/etc/motd: {exists: true}}\ncommands: {a: {skip: later}}"
    let result = await Verifier(commands: .runner(box.runner)).verify(image, against: [Self.spec(text)])
    #expect(await box.openings == 0)
    #expect(result.verdict == .passed)
  }

  /// `c` waits for `b`, that for `a`; `e` waits for a file, that for `d`.
  private static let chain = """
    commands:
      c: {requires: commands:b}
      b: {requires: "commands:a:stdout", isolation: pristine}
      a: {stdout: [ready]}
      e: {requires: files:/etc/motd}
      d: {}
    files: {/etc/motd: {exists: true, requires: commands:d}}
    """

  @Test func `Starts a command when those that it requires have ended`() async {
    let box = Sandbox { _ in .init(.exited(0), output: ["ready\n"]) }
    let result = await Verifier(commands: .runner(box.runner)).verify(image, against: [Self.spec(Self.chain)])
    #expect(result.verdict == .passed, "\(result.outcomes)")
    let order = await box.commands.map { $0.arguments[2] }
    for (earlier, later) in [("a", "b"), ("b", "c"), ("d", "e")] {
      #expect((order.firstIndex(of: earlier) ?? .max) < (order.firstIndex(of: later) ?? .min), "\(order)")
    }
    #expect(order.count == 5)
    #expect(await box.openings == 2)
  }

  @Test func `Does not start what requires a command that failed`() async {
    let box = Sandbox { command in
      .init(command.arguments[2] == "d" ? .exited(1) : .exited(0), output: ["not yet\n"])
    }
    let result = await Verifier(commands: .runner(box.runner)).verify(image, against: [Self.spec(Self.chain)])
    #expect(await Set(box.commands.map { $0.arguments[2] }) == ["a", "d"])
    let verdicts = Dictionary(result.outcomes.map { ($0.id, $0.verdict) }) { first, _ in first }
    #expect(verdicts["commands:a:stdout"] == .failed)
    #expect(verdicts["commands:b:exit-status"] == .blocked)
    #expect(verdicts["commands:c:exit-status"] == .blocked)
    #expect(verdicts["files:/etc/motd:exists"] == .blocked)
    #expect(verdicts["commands:e:exit-status"] == .blocked)
    #expect(
      result.outcomes.first { $0.id == "commands:c:exit-status" }?.message
        == "not judged: it requires `commands:b`, which is blocked")
  }

  @Test func `What has a sandbox of its own runs where the shared one fails`() async {
    let opened = Sandbox { _ in .init(.exited(0), output: ["ready\n"]) }
    let runner = CommandRunner { sandbox, body in
      guard sandbox != nil else { throw EngineError(.failed, "no space") }
      try await opened.run(body)
    }
    let text = "commands: {a: {}, b: {isolation: pristine}, c: {isolation: pristine, requires: commands:a}}"
    let result = await Verifier(commands: .runner(runner)).verify(image, against: [Self.spec(text)])
    #expect(result.outcomes.map(\.verdict) == [.error, .passed, .blocked])
  }

  @Test func `Is not green when nothing was asserted`() {
    #expect(VerificationResult(image: "x", digest: nil, specs: [], outcomes: []).verdict == .failed)
  }
}
