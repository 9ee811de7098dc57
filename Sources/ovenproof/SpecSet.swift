import Diagnostics
import Drafting
import Expectation
import Goss
import Host
import Report
import Source
import StructureTest
import Verification

/// The specs that a run judges by.
struct SpecSet: Sendable {
  let specs: [any Spec]
  let sources: SourceSet

  static let none = SpecSet(specs: [], sources: SourceSet())

  var isEmpty: Bool { specs.isEmpty }

  /// The files, for people.
  var names: String { specs.map { "`\($0.file)`" }.joined(separator: ", ") }

  /// The specs of the given files, or the one beside the template; a faulty one ends the run with what is wrong.
  static func load(
    _ paths: [String], beside template: String?, _ choice: DialectChoice = DialectChoice(),
    inputs: InputValues = InputValues(), in workplace: Workplace, _ compatibility: Compatibility = .mended
  ) throws -> SpecSet {
    var paths = paths
    if paths.isEmpty, let template, let found = SpecFinder.spec(beside: template, in: workplace.disk) {
      paths = [found]
    }
    var store = SourceStore(workplace.disk)
    var specs: [any Spec] = []
    var sources = SourceSet()
    var faults: [Diagnostic] = []
    var inputNames: Set<String> = []
    for (number, path) in paths.enumerated() {
      PassedPipe.keep(isStandardInput(path) ? "/dev/fd/0" : path)
      let file: SourceFile
      do { file = try read(path, by: &store) } catch {
        throw CommandFault(.usage, error.description, help: "name a spec file")
      }
      sources.insert(file)
      let reading = Self.reading(of: file, number: number, choice, inputs, compatibility, in: workplace)
      inputNames.formUnion(reading.inputNames)
      specs += reading.specs
      faults += reading.diagnostics
      sources.merge(SourceSet(reading.sources))
    }
    sources.merge(store.sources)
    sources.merge(SourceSet(inputs.sources))
    sources.concealSecrets()
    if !faults.isEmpty { workplace.show(faults, in: sources) }
    guard !faults.contains(where: { $0.severity == .error }) else {
      throw CommandFault(.failure, "the spec is faulty, so nothing was judged")
    }
    if let unknown = inputs.names.first(where: { !inputNames.contains($0) }) {
      let nearest = Suggestion.nearest(to: unknown, among: inputNames).map { "did you mean `\($0)`?" }
      let names = inputNames.sorted().joined(separator: ", ")
      throw CommandFault(
        .usage, "no spec takes an input `\(unknown)`",
        help: nearest ?? (names.isEmpty ? "a spec says under `inputs` what it takes" : "there are \(names)"))
    }
    return SpecSet(specs: specs, sources: sources)
  }

  private static func isStandardInput(_ path: String) -> Bool { path == "-" || path == "/dev/stdin" }

  /// Reads a spec; one that comes by standard input includes what lies in the working directory.
  private static func read(_ path: String, by store: inout SourceStore) throws(HostError) -> SourceFile {
    guard isStandardInput(path) else { return try store.read(path) }
    return SourceFile(FileID("-"), bytes: try store.files.read("/dev/fd/0", limit: SourceStore.sizeLimit))
  }

  /// What one file comes to, in its dialect.
  private struct Reading {
    var specs: [any Spec] = []
    var diagnostics: [Diagnostic] = []
    /// The files that it includes.
    var sources: [SourceFile] = []
    var inputNames: Set<String> = []
  }

  /// Reads a spec of any dialect, which its content tells unless it is said.
  private static func reading(
    of file: SourceFile, number: Int, _ choice: DialectChoice, _ inputs: InputValues,
    _ compatibility: Compatibility, in workplace: Workplace
  ) -> Reading {
    let told = ToldDialect(choice.dialect, of: file)
    let remarks = told.remarks
    switch told.dialect {
    case .ovenproof:
      let context = SpecContext(inputs: inputs) { [disk = workplace.disk] in
        try? disk.read($0, limit: SpecContext.largestFile)
      }
      let result = SpecFile.read(file, context)
      return Reading(
        specs: [result.spec], diagnostics: result.diagnostics, sources: result.sources,
        inputNames: result.inputNames)
    case .cst:
      let settings = StructureTestSettings(
        compatibility, environment: workplace.environment,
        file: { [disk = workplace.disk] in try? disk.read($0, limit: 1 << 20) })
      let (spec, diagnostics) = StructureTestFile.read(file, settings, number: number)
      return Reading(specs: [spec], diagnostics: diagnostics)
    case .goss:
      let options = GossOptions(
        variableFiles: choice.variableFiles, inlineVariables: choice.inlineVariables,
        machine: workplace.templateMachine, compatibility: compatibility)
      do throws(GossFault) {
        let goss = try GossFile.read(file, in: workplace.disk, options)
        let spec = choice.runsInside ? goss.spec.runningInside() : goss.spec
        return Reading(specs: [spec], diagnostics: remarks + goss.diagnostics, sources: goss.sources)
      } catch {
        return Reading(diagnostics: remarks + [error.diagnostic(in: file.id)])
      }
    }
  }
}

extension Workplace {
  /// Shows what is to be said of how the original tools judge.
  func show(remarksOn result: VerificationResult, of specs: SpecSet) {
    var seen: Set<Diagnostic> = []
    let remarks = result.outcomes.flatMap(\.remarks).filter { seen.insert($0).inserted }
    if !remarks.isEmpty { show(remarks.sorted(), in: specs.sources) }
  }

  /// Shows diagnostics on standard error.
  func show(_ diagnostics: [Diagnostic], in sources: SourceSet) {
    var record = RunRecord.started()
    record.findings = Finding.all(diagnostics, in: sources)
    console.tell(ReportFormat.text.write(record, .lint, colored: console.colorsErrors))
  }
}
