import Diagnostics
import Engine
import Expectation
import Host
import Image
import Report
import Source
import StructureTest
import Verification

/// One run of `container-structure-test test`.
struct StructureTestSession {
  let arguments: StructureTestArguments
  let workplace: Workplace

  /// Judges, reports, and says whether all tests have passed.
  func run() async throws -> ExitStatus {
    if !arguments.isQuiet { for warning in arguments.warnings { workplace.console.note(warning) } }
    try StructureTestHost(arguments: arguments, workplace: workplace).expectConsent()
    let subject = try await StructureTestSubject.find(arguments, in: workplace)
    var settings = StructureTestSettings(
      arguments.compatibility, driver: arguments.driver, environment: workplace.environment,
      file: { [disk = workplace.disk] in try? disk.read($0, limit: 1 << 20) })
    settings.missingImage = subject.missing
    let (specs, diagnostics) = specs(settings)
    let search = ImageSearch(subject.view)
    let runsCommands = specs.specs.contains { !$0.commands(in: search).isEmpty }
    let access =
      runsCommands ? await subject.commandAccess(arguments, in: workplace) : .none("no command is there")
    let result = await Verifier(commands: access).verify(subject.view, against: specs.specs)
    if !arguments.isQuiet {
      if !diagnostics.isEmpty { workplace.show(diagnostics, in: specs.sources) }
      workplace.show(remarksOn: result, of: specs)
    }
    var record = RunRecord.started()
    record.add(result, from: specs)
    try write(record)
    return result.verdict == .passed ? .success : .failure
  }

  /// A file that cannot be read is a failed test, and the others are judged all the same.
  private func specs(_ settings: StructureTestSettings) -> (set: SpecSet, diagnostics: [Diagnostic]) {
    var store = SourceStore(workplace.disk)
    var specs: [any Spec] = []
    var diagnostics: [Diagnostic] = []
    for (number, path) in arguments.configs.enumerated() {
      do throws(HostError) {
        let (spec, found) = StructureTestFile.read(try store.read(path), settings, number: number)
        specs.append(spec)
        diagnostics += found
      } catch {
        let isFolder = workplace.disk.status(path)?.kind == .directory
        let message = isFolder ? "read \(path): is a directory" : "open \(path): no such file or directory"
        specs.append(StructureTestSpec(unreadable: FileID(path), saying: message, settings, number: number))
        workplace.console.complain(error.description)
      }
    }
    return (SpecSet(specs: specs, sources: store.sources), diagnostics)
  }

  private func write(_ record: RunRecord) throws {
    if let path = arguments.report {
      // The original makes the file, and discards the report.
      if arguments.isQuiet, arguments.compatibility == .strict {
        return try HostFile.write([], to: workplace.disk.absolute(path))
      }
      let format: ReportFormat = arguments.output == .junit ? .structureTestJUnit : .structureTestJSON
      return try HostFile.write(format.write(record, .verify), to: workplace.disk.absolute(path))
    }
    if arguments.isQuiet { return }
    let format: ReportFormat =
      switch arguments.output {
      case .text: .structureTestText
      case .json: .structureTestJSON
      case .junit: .structureTestJUnit
      }
    let isColored = workplace.console.colorsOutput && !arguments.isPlain
    try workplace.console.write(format.write(record, .verify, colored: isColored))
  }
}
