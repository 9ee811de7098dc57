import Chef
import DataSyntax
package import Diagnostics
import Host
import Packer
import Plan
package import Project
import Source

/// A template evaluated, with the files that it refers to, as rules see it.
struct TemplateAnalysis: Sendable {
  let linted: LintedTemplate
  let project: Project
  private let chef: ChefCatalog?
  private let standIns: StandIns

  /// Evaluates a template in the folder that its settings name, else in the one in which most of its files are found.
  init(
    _ template: PackerTemplate, of file: SourceFile, tree: any FileTree, catalog: ComponentCatalog,
    chef: ChefCatalog? = nil, standIns: StandIns = .none, set: TemplateSet,
    packerVersion: PackerVersion? = nil
  ) {
    func attempt(_ set: TemplateSet) -> Attempt {
      Self.best(template, of: file, tree: tree, catalog: catalog, chef: chef, standIns, set: set)
    }
    var best = attempt(set)
    let check = ComponentCheck(catalog, environment: set.inputs.environment)
    var faults = check.faults(in: best.evaluation)
    var outside = OutsideVariables()
    if Self.lacksVariables(best.evaluation, faults, of: template) {
      outside = OutsideVariables(for: file.id.path, in: tree)
      outside.namedBy = set.filesOfOthers
      if outside.given != .none {
        var set = set
        set.inputs.elsewhere = outside.given
        best = attempt(set)
        faults = check.faults(in: best.evaluation)
      }
    }
    linted = LintedTemplate(
      template: template, evaluation: best.evaluation, componentFaults: faults, catalog: catalog,
      inputs: best.inputs, packerVersion: packerVersion, outside: outside)
    project = best.project
    self.chef = chef
    self.standIns = standIns
  }

  /// A template evaluated in one folder.
  private struct Attempt {
    let evaluation: Evaluation
    let project: Project
    let inputs: TemplateInputs
    let absent: Int
  }

  /// The evaluation in the folder from which most files are found.
  private static func best(
    _ template: PackerTemplate, of file: SourceFile, tree: any FileTree, catalog: ComponentCatalog,
    chef: ChefCatalog?, _ standIns: StandIns, set: TemplateSet
  ) -> Attempt {
    let folders =
      set.isFolderGiven
      ? [set.inputs.workingDirectory]
      : folders(for: file.id.path, in: tree, first: set.inputs.workingDirectory)
    func attempt(in folder: String, with chef: ChefCatalog?) -> Attempt {
      var inputs = set.inputs
      inputs.workingDirectory = folder
      // What is linted here is often built elsewhere.
      inputs.unsetEnvironment = .unknown
      var store = SourceStore(tree, sources: SourceSet([file]))
      // What is wrong in them is shown with their lines; that they are absent, the evaluation tells.
      for path in inputs.variableFiles { _ = try? store.read(path) }
      let evaluation = template.evaluate(inputs: inputs, files: tree, catalog: catalog)
      let directory = TreePath.seen(folder, in: tree)
      var place = ProjectInputs(
        directory: directory, isGuessed: folder != folders[0], chef: chef, catalog: catalog,
        standIns: standIns)
      place.isIgnored = { path in TemplateFinder(tree).isIgnoredByGit(path) }
      let project = Project.load(file.id, evaluation, with: place, from: &store)
      let absent = project.references.count(where: \.isMissing)
      return Attempt(evaluation: evaluation, project: project, inputs: inputs, absent: absent)
    }
    var best = attempt(in: folders[0], with: chef)
    for folder in folders.dropFirst() where best.absent > 0 {
      let next = attempt(in: folder, with: nil)
      if next.absent < best.absent { best = next }
    }
    // The recipes of a guessed folder are compiled once it is the best, and not before.
    guard best.project.paths.isGuessed, chef != nil, !best.project.chefRuns.isEmpty else { return best }
    return attempt(in: best.inputs.workingDirectory, with: chef)
  }

  /// Whether a variable is read that nothing gives a value, or something is wrong that an empty one may have brought about.
  private static func lacksVariables(
    _ evaluation: Evaluation, _ faults: [ComponentFault], of template: PackerTemplate
  ) -> Bool {
    let isLacking = evaluation.faults.contains { fault in
      switch fault.problem {
      case .undeclaredVariable, .undeclaredVariableInVariable, .requiredVariableMissing, .variableCycle: true
      default: false
      }
    }
    return isLacking
      || template.variables.contains { $0.value.text?.bytes.isEmpty == true }
        && faults.contains(where: \.isRefused)
  }

  /// Whether all could be told of the template, so that what is not found is not there.
  var isComplete: Bool {
    guard linted.inputs.only.isEmpty, linted.inputs.except.isEmpty else { return false }
    return !linted.evaluation.faults.contains { fault in
      if case .requiredVariableMissing = fault.problem { true } else { false }
    }
  }

  /// What is built here and now: the environment is what it is, and a variable that it lacks is empty.
  func built(reading digests: ProjectInputs.Digests, in tree: any FileTree) -> (project: Project, plan: Plan)
  {
    var inputs = linted.inputs
    inputs.unsetEnvironment = .empty
    inputs.elsewhere = .none
    var store = SourceStore(tree, sources: project.sources)
    let evaluation = linted.template.evaluate(inputs: inputs, files: tree, catalog: linted.catalog)
    let place = ProjectInputs(
      directory: TreePath.seen(inputs.workingDirectory, in: tree), digests: digests,
      isGuessed: project.paths.isGuessed, chef: chef, catalog: linted.catalog, standIns: standIns)
    let built = Project.load(linted.template.file, evaluation, with: place, from: &store)
    return (built, Plan.make(for: built))
  }

  /// The folders in which a build may be meant to run: the given one, then the template's and those above it.
  private static func folders(for path: String, in tree: any FileTree, first: String) -> [String] {
    let own = TreePath.parent(TreePath.absolute(path, in: tree))
    var folders = [first]
    for folder in RepositoryRoot.scope(of: own, in: tree) where !folders.contains(folder) {
      folders.append(folder)
    }
    return folders
  }

  /// The files that were read for the template, as rules see them, with what is wrong with the syntax of data that options
  /// of the template name.
  func referencedFiles() -> (files: [LintedFile], faults: [Diagnostic]) {
    var files: [LintedFile] = []
    var faults: [Diagnostic] = []
    for source in project.sources.sorted where source.id != linted.template.file {
      let parsed = TemplateContent.syntax(of: source.id.path).map {
        DataParser.parse(DerivedText(source), as: $0)
      }
      let tree = parsed?.tree.root.kind == .missing ? nil : parsed?.tree
      files.append(LintedFile(source, tree: tree, role: .referenced))
      guard let found = parsed?.diagnostics, !found.isEmpty,
        let reference = project.references.first(where: { $0.path == source.id.path })
      else { continue }
      faults += found.map { fault in
        var fault = fault
        fault.chain = [reference.link]
        return fault
      }
    }
    return (files, faults)
  }
}

extension FileReference {
  /// Whether nothing is there now, whoever may make it later.
  var isMissing: Bool {
    switch state {
    case .absent, .later: true
    default: false
    }
  }

  /// The place that names the file, as a step of a finding's chain.
  package var link: ChainLink { ChainLink("\(owner.kind.words) `\(owner.type)`", at: location) }
}
