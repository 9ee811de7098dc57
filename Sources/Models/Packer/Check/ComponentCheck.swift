package import Host
import Source

/// Checks the options of a component against what the catalog tells of it; every fault comes as a value.
package struct ComponentCheck: Sendable {
  let catalog: ComponentCatalog
  /// The variables of the environment that may stand in for options.
  private let environment: [String: String]

  /// The files at which the paths of options are looked up; nil where that is left to others.
  private let files: (any FileTree)?

  package init(_ catalog: ComponentCatalog, environment: [String: String] = [:], files: (any FileTree)? = nil)
  {
    self.catalog = catalog
    self.environment = environment
    self.files = files
  }

  /// What is wrong with a component of a build, in the order of the template.
  package func faults(of component: ConfiguredComponent) -> [ComponentFault] {
    guard let facts = catalog[component.kind, component.type.value] else {
      return optionFaults(ofRenamed: component)
    }
    var reader = OptionDecoder(component, facts)
    reader.decode()
    let view = OptionView(reader.values, facts: facts.options)
    var rules = RuleCheck(
      component, facts, environment: environment,
      programs: files.map { ProgramSearch(path: environment["PATH"] ?? "", in: $0) })
    rules.check(view)
    var faults = reader.faults + rules.faults
    var paths = PathCheck(component, files: files, home: environment["HOME"])
    paths.check(view, of: facts.options)
    faults += paths.faults
    return faults.enumerated()
      .sorted { ($0.element.location, $0.offset) < ($1.element.location, $1.offset) }.map(\.element)
  }

  /// What is wrong with the options of a component whose type has another name now: nobody wants to hear of them only when
  /// the type is mended.
  private func optionFaults(ofRenamed component: ConfiguredComponent) -> [ComponentFault] {
    guard let facts = catalog.successor(component.kind, component.type.value) else { return [] }
    var reader = OptionDecoder(component, facts)
    reader.decode()
    return reader.faults
  }

  /// What is wrong with the components of a template; what several builds share is told once.
  package func faults(in evaluation: Evaluation) -> [ComponentFault] {
    let components = evaluation.builds.flatMap(\.components) + evaluation.strays
    var known: Set<ComponentFault> = []
    return components.flatMap(self.faults).filter { known.insert($0).inserted }
  }
}

extension ComponentCheck {
  /// Whether a condition of the catalog holds for a component; nil where only the run can tell.
  package func holds(_ condition: OptionCondition, in component: ConfiguredComponent) -> Bool? {
    guard let facts = catalog[component.kind, component.type.value] else { return nil }
    var reader = OptionDecoder(component, facts)
    reader.decode()
    return OptionView(reader.values, facts: facts.options).holds(condition)
  }
}
