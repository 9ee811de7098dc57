package import Packer
package import Project

extension Plan {
  /// What the builds of a project would do, those that are wanted; nothing is read or run.
  package static func make(for project: Project, where isWanted: (Build) -> Bool = { _ in true }) -> Plan {
    Plan(
      template: project.template,
      builds: project.builds.filter(isWanted).map { BuildPlanner(project: project, build: $0).plan() })
  }
}
