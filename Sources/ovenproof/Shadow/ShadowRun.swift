import Engine
import Expectation
import Host
import Image
import Lint
import Source
import Verification

/// Runs the tools that specs come from beside us, and tells where verdicts part.
struct ShadowRun: Sendable {
  private static let deadline = 600.0

  let found: FoundView
  let dialects: DialectChoice
  let engine: EngineOptions.Choice?
  let workplace: Workplace

  /// What is wrong with asking for it; nil where each spec has an original that is installed.
  func fault(_ specs: SpecSet) -> CommandFault? {
    for spec in specs.specs {
      guard let name = Self.original(of: spec.dialect) else {
        return CommandFault(
          .usage, "`--shadow` runs the tool that a spec comes from, and `\(spec.file)` is of our own dialect",
          help: "leave out `--shadow`")
      }
      guard path(of: name) != nil else {
        return CommandFault(
          .undecided, "`\(name)`, which `--shadow` runs beside us, is not installed",
          help: "put it on the PATH, or leave out `--shadow`")
      }
    }
    return nil
  }

  /// Says which assertions differ, and gives the worst code of the originals.
  func code(_ specs: SpecSet, _ result: VerificationResult) async throws -> Int32 {
    var worst: Int32 = 0
    for spec in specs.specs {
      let (verdicts, code) = try await original(of: spec)
      worst = max(worst, code)
      // A spec may include files, none of which is another spec.
      let others = Set(specs.specs.map(\.file)).subtracting([spec.file])
      let ours = OriginalVerdict.ours(
        result.outcomes.filter { $0.dialect == spec.dialect && !others.contains($0.origin.file) })
      tell(of: spec, verdicts, ours)
    }
    return worst
  }

  private func tell(of spec: any Spec, _ theirs: [OriginalVerdict], _ ours: [OriginalVerdict]) {
    let name = Self.original(of: spec.dialect) ?? ""
    let pairs = VerdictPair.all(theirs, ours)
    let different = pairs.filter { !$0.isEqual }
    for pair in different {
      let their = pair.theirs.map { "\($0.rawValue) by \(name)" }
      let own = pair.ours.map { "\($0.rawValue) here" }
      let words = their.map { "\($0), \(own ?? "not known here")" } ?? "\(own ?? ""), not known to \(name)"
      workplace.console.say("\(spec.file): \(pair.name): \(words)")
    }
    workplace.console.say(
      "\(spec.file): \(different.count) of \(pairs.count) verdicts differ between \(name) and us")
  }

  private static func original(of dialect: Outcome.Dialect) -> String? {
    switch dialect {
    case .goss: "goss"
    case .cst: "container-structure-test"
    case .ovenproof: nil
    }
  }

  private func path(of name: String) -> String? {
    if name == "goss", let path = workplace.environment["GOSS_PATH"], !path.isEmpty {
      return ProgramSearch.isProgram(workplace.disk.absolute(path)) ? path : nil
    }
    return ProgramSearch(environment: workplace.environment).path(of: name)
  }

  /// What an original came to: its report, what it said beside that, and its exit code.
  private struct Answer {
    let output: [UInt8]
    let error: [UInt8]
    let code: Int32
  }

  private func original(of spec: any Spec) async throws -> ([OriginalVerdict], Int32) {
    let name = Self.original(of: spec.dialect) ?? ""
    guard let program = path(of: name) else {
      throw CommandFault(.undecided, "`\(name)` is not installed")
    }
    let answer =
      spec.dialect == .goss ? try await goss(program, spec) : try await structureTest(program, spec)
    let verdicts =
      spec.dialect == .goss
      ? OriginalVerdict.ofGoss(answer.output) : OriginalVerdict.ofStructureTest(answer.output)
    guard let verdicts else {
      let words = String(decoding: (answer.output + answer.error).prefix(400), as: UTF8.self)
      throw CommandFault(.undecided, "`\(name)` gave no report: \(words)")
    }
    return (verdicts, answer.code)
  }

  /// goss looks at the machine that it runs on: it is mounted into a container of the image.
  private func goss(_ program: String, _ spec: any Spec) async throws -> Answer {
    guard case .engine(let engine, let image) = await EngineAccess.to(found, engine, in: workplace) else {
      throw CommandFault(.undecided, "goss needs a container of the image, and none can be started here")
    }
    let file = workplace.disk.absolute(spec.file.path)
    var container = ContainerSpec()
    container.network = .none
    container.process = dialects.runsInside ? .own : .idle
    var mounts = [(workplace.disk.absolute(program), "/goss"), (HostFile.folder(of: file), "/goss.d/spec")]
    var words = ["/goss", "-g", "/goss.d/spec/" + TreePath.name(file)]
    for (index, path) in dialects.variableFiles.enumerated() {
      mounts.append((workplace.disk.absolute(path), "/goss.d/vars\(index)-\(TreePath.name(path))"))
      words += ["--vars", "/goss.d/vars\(index)-\(TreePath.name(path))"]
    }
    if !dialects.inlineVariables.isEmpty { words += ["--vars-inline", dialects.inlineVariables] }
    container.mounts = mounts.map { .init(source: $0.0, destination: $0.1, isReadOnly: true) }
    var command = ContainerCommand(words + ["validate", "-f", "json"])
    command.deadline = Self.deadline
    let run = command
    return try await engine.withContainer(from: image, container) { container in
      let (output, error) = (CollectedBytes(), CollectedBytes())
      let end = try await container.run(run) { stream, bytes in
        await (stream == .output ? output : error).append(bytes)
      }
      guard case .exited(let code) = end else {
        throw CommandFault(.undecided, "goss did not end in its container")
      }
      return Answer(output: await output.bytes, error: await error.bytes, code: code)
    }
  }

  /// The original asks docker for the image by itself.
  private func structureTest(_ program: String, _ spec: any Spec) async throws -> Answer {
    guard found.place == .docker else {
      throw CommandFault(
        .undecided, "container-structure-test takes images from docker, and this one lies elsewhere",
        help: "name one of docker's: `docker-daemon:NAME`")
    }
    let words = [
      program, "test", "--image", found.view.reference, "--config", workplace.disk.absolute(spec.file.path),
      "--output", "json", "--no-color",
    ]
    let output = try await Command(
      words, environment: .inherited(adding: [:]), workingDirectory: workplace.disk.workingDirectory,
      deadline: Self.deadline
    ).output()
    guard case .exited(let code) = output.termination else {
      throw CommandFault(.undecided, "container-structure-test was killed")
    }
    return Answer(output: output.output, error: output.error, code: code)
  }
}
