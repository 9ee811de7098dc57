package import Project

extension Plan {
  /// What the builds of a project would do; nothing is read or run.
  package static func make(for project: Project) -> Plan {
    Plan(
      template: project.template,
      builds: project.builds.map { BuildPlanner(project: project, build: $0).plan() })
  }
}
