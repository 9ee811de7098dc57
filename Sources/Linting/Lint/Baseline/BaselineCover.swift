import Diagnostics
import Host
import Source

/// Takes the findings that a baseline covers out of a result.
struct BaselineCover {
  let tree: any FileTree
  /// The absolute path of the baseline.
  let path: String
  /// Where a setting names the baseline; nil for the command line.
  let origin: Location?

  /// Applies the baseline to a result; `isWhole` says that all that its folder holds was linted.
  func apply(to result: inout LintResult, isWhole: Bool) {
    let folder = TreePath.parent(path)
    let id = FileID(TreePath.seen(path, in: tree))
    let source: SourceFile
    do throws(HostError) {
      source = SourceFile(id, bytes: try tree.read(path, limit: 16 << 20))
    } catch {
      var faults = Findings(of: "lint/broken-baseline")
      faults.add(
        "the baseline `\(id.path)` cannot be read: \(error.reason.words)",
        at: origin ?? Location(id, ByteRange(at: 0)), help: "`ovenproof baseline create` makes one")
      return result.findings = (result.findings + faults.diagnostics).sorted()
    }
    result.sources.insert(source)
    let (baseline, faults) = Baseline.read(from: source)
    var left = baseline.counts
    var keys = FindingKeys(result.sources) {
      TreePath.relative(TreePath.absolute($0.path, in: tree), to: folder)
    }
    var kept: [Diagnostic] = []
    for finding in result.findings {
      guard let key = keys.key(of: finding), let count = left[key], count > 0 else {
        kept.append(finding)
        continue
      }
      left[key] = count - 1
      var finding = finding
      finding.exception = Exception("it is in the baseline `\(id.path)`", .external)
      result.suppressed.append(finding)
    }
    let stale = self.stale(left, in: baseline, result, isWhole: isWhole)
    result.findings = (kept + faults.diagnostics + stale).sorted()
    result.suppressed.sort()
  }

  /// A finding for each entry that covers nothing any more, of files that were linted or are gone.
  private func stale(
    _ left: [BaselineEntry.Key: Int], in baseline: Baseline, _ result: LintResult, isWhole: Bool
  ) -> [Diagnostic] {
    var findings = Findings(of: "lint/stale-baseline")
    let linted = Set(result.templates.map { TreePath.absolute($0.path, in: tree) })
    for entry in baseline.entries {
      guard let count = left[entry.key], count > 0, let place = baseline.places[entry.key] else { continue }
      let file = TreePath.absolute(entry.key.file, from: TreePath.parent(path))
      guard isWhole || linted.contains(file) || tree.status(file) == nil else { continue }
      let times =
        count == entry.count ? "nothing any more" : "\(entry.count - count) of \(entry.count) findings"
      findings.add(
        "the baseline's entry for `\(entry.key.rule)` in `\(entry.key.file)` covers \(times)", at: place,
        help: "`ovenproof baseline prune` takes out what is mended")
    }
    return findings.diagnostics
  }
}
