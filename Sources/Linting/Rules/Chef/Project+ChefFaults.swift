import Chef
import Project

extension Project {
  /// What breaks the Chef runs of all builds.
  var chefFaults: [ChefFault] { chefRuns.flatMap(\.run.faults) }
}
