import Chef
import Diagnostics
import Project
import Source

extension Project {
  /// Every entry of every run list.
  var runListEntries: [(list: ProjectRunList, entry: RunListResolution.Entry)] {
    runLists.flatMap { list in list.resolution.entries.map { (list, $0) } }
  }

  /// The way to an entry that a role holds: the provisioner's item that names the role, and so on.
  func chain(of list: ProjectRunList, _ entry: RunListResolution.Entry) -> [ChainLink] {
    entry.roles.map { ChainLink("role `\($0.value)`", at: $0.location) }
  }
}
