import ArgumentParser
import Diagnostics
import Host
import Report
import Source

/// `ovenproof report`: records of earlier runs, merged and written in any format.
struct ReportCommand: OvenproofVerb {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Merge the records of earlier runs and write them in any format.",
    discussion:
      "A record is what `--report json:FILE` of build and test wrote. The exit code is the verdict of what they hold."
  )

  @Argument(help: "Records.") var records: [String]
  @OptionGroup var reports: ReportOptions
  @OptionGroup var consoleOptions: ConsoleOptions

  func perform(in workplace: Workplace) async throws -> ExitStatus {
    var workplace = workplace
    workplace.console = consoleOptions.console
    try reports.check(in: workplace, reading: records)
    var store = SourceStore(workplace.disk)
    var read: [RunRecord] = []
    for path in records {
      let file: SourceFile
      do { file = try store.read(path) } catch { throw CommandFault(.usage, error.description) }
      let (record, faults) = RunRecord.read(file.bytes, file: file.id)
      guard let record else {
        workplace.show(faults, in: store.sources)
        throw CommandFault(
          .failure, "`\(path)` is not a record of a run",
          help: "`--report json:FILE` of build or test writes one")
      }
      read.append(record)
    }
    guard let merged = RunRecord.merged(read) else { throw CommandFault(.usage, "no record was named") }
    try reports.write(merged, .run, consoleOptions.detail, in: workplace)
    return switch merged.verdict {
    case .passed: .success
    case .failed: .failure
    case .undecided: .undecided
    }
  }
}
