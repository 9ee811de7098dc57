import Diagnostics
import Expectation
import Host
import Report
import Source
import Verification

/// The specs that a run judges by.
struct SpecSet: Sendable {
  let specs: [Spec]
  let sources: SourceSet

  static let none = SpecSet(specs: [], sources: SourceSet())

  var isEmpty: Bool { specs.isEmpty }

  /// The files, for people.
  var names: String { specs.map { "`\($0.file)`" }.joined(separator: ", ") }

  /// The specs of the given files, or the one beside the template; a faulty one ends the run with what is wrong.
  static func load(_ paths: [String], beside template: String?, in workplace: Workplace) throws -> SpecSet {
    var paths = paths
    if paths.isEmpty, let template, let found = SpecFinder.spec(beside: template, in: workplace.disk) {
      paths = [found]
    }
    var store = SourceStore(workplace.disk)
    var specs: [Spec] = []
    var faults: [Diagnostic] = []
    for path in paths {
      let file: SourceFile
      do { file = try store.read(path) } catch {
        throw CommandFault(.usage, error.description, help: "name a spec file")
      }
      let (spec, diagnostics) = SpecFile.read(file)
      specs.append(spec)
      faults += diagnostics
    }
    if !faults.isEmpty { workplace.show(faults, in: store.sources) }
    guard !faults.contains(where: { $0.severity == .error }) else {
      throw CommandFault(.failure, "the spec is faulty, so nothing was judged")
    }
    return SpecSet(specs: specs, sources: store.sources)
  }
}

extension Workplace {
  /// Shows diagnostics on standard error.
  func show(_ diagnostics: [Diagnostic], in sources: SourceSet) {
    var record = RunRecord.started()
    record.findings = Finding.all(diagnostics, in: sources)
    HostEnvironment.write(ReportFormat.text.write(record, .lint, colored: console.colorsErrors), to: 2)
  }
}
