import Chef
import Project

extension Project {
  /// What breaks the Chef runs of all builds while they compile, and in the files that they make.
  var compileFaults: [ChefFault] { chefRuns.flatMap { $0.compilation?.faults ?? [] } }
}
