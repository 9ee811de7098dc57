package import Chef
import Diagnostics
import Drafting
package import Host
package import Packer
package import Project
import RuleCatalog
import Source

/// Lints templates and everything that they refer to; knows no rule by itself.
package struct Linter: Sendable {
  let tree: any FileTree
  let registry: RuleRegistry
  let components: ComponentShelf
  let chef: ChefCatalog
  private let standIns: StandInRequest
  private let bases: BaseImages
  private var configurations: ConfigurationLoader

  /// The largest template that is read.
  package static let sizeLimit = 64 << 20

  /// `facts` say what is known of the machines that are built, beside what their base images tell; `standIns` which builds
  /// are rehearsed in a container, beside what the settings say; `bases` are the images at hand, to compare specs with.
  package init(
    _ tree: any FileTree, registry: RuleRegistry, components: [ComponentFile] = .embedded,
    facts: NodeFacts? = nil, standIns: StandInRequest = StandInRequest(), bases: BaseImages = .none
  ) {
    self.tree = tree
    self.registry = registry
    self.components = ComponentShelf(components)
    var chef = ChefCatalog.embedded
    chef.facts = facts
    self.chef = chef
    self.standIns = standIns
    self.bases = bases
    configurations = ConfigurationLoader(tree: tree)
  }

  /// Lints what the request names.
  package func run(_ request: LintRequest) async -> LintResult {
    var linter = self
    linter.configurations.named = request.paths.map { TreePath.absolute($0, in: tree) }
    return await linter.result(of: request)
  }

  private func result(of request: LintRequest) async -> LintResult {
    var found = find(request)
    // Packer would read them as templates, and say so.
    if request.profile == .standard {
      found.rubyFiles = found.templates.filter { $0.hasSuffix(".rb") }
      found.templates.removeAll { $0.hasSuffix(".rb") }
    }
    let folders = lintChefFolders(request, found)
    var result = result(
      of: await lint(found.templates, request) + folders.map(\.outcome), found, request)
    result.chefFolders = folders.map(\.path)
    result.remarks = found.remarks + folders.flatMap(\.remarks)
    return result
  }

  /// Lints one template in the one way in which it is built here and now, and plans that build.
  ///
  /// `entry` names the entry of `templates` in the settings that says how, where there are several.
  package func prepare(
    _ path: String, as entry: String? = nil, reading digests: ProjectInputs.Digests, _ inputs: TemplateInputs
  ) throws(UnclearEntry) -> PreparedTemplate {
    let request = LintRequest([path], inputs: inputs)
    let found = find(request)
    var outcomes: [TemplateOutcome] = []
    if let template = found.templates.first {
      let settings = configurations.load(for: folder(of: template))
      let sets = TemplateSet.sets(for: template, settings.configuration, inputs, in: tree)
      let set = try UnclearEntry.choice(of: entry, among: sets, for: template)
      let run = TemplateRun(
        path: template, specPath: SpecFinder.spec(beside: template, in: tree), tree: tree,
        registry: registry.members(of: request.profile), components: components, chef: chef,
        standIns: standIns, bases: bases, settings: settings, sets: [set])
      outcomes = [run.outcome()]
    }
    let built = outcomes.first?.analysis?.built(reading: digests, in: tree)
    return PreparedTemplate(
      lint: result(of: outcomes, found, request), project: built?.project, plan: built?.plan,
      snapshots: outcomes.first?.configuration.snapshots ?? SnapshotSettings(),
      maxAges: outcomes.first?.maxAges ?? [],
      registryPatience: outcomes.first?.configuration.registryPatience?.value,
      lateFindings: outcomes.first.map { LateFindings($0.configuration, $0.suppression) } ?? .asTheyAre)
  }

  private func result(
    of outcomes: [TemplateOutcome], _ found: TemplateFinder.Finding, _ request: LintRequest
  ) -> LintResult {
    var result = LintResult()
    result.hclFiles = found.hclFiles
    result.rubyFiles = found.rubyFiles
    result.failures = found.failures
    result.undecided = found.undecided
    var merger = OutcomeMerger()
    for outcome in outcomes { merger.add(outcome) }
    merger.finish(&result)
    for cover in covers(request, merger.configurations) {
      cover.apply(to: &result, isWhole: isWhole(request, below: TreePath.parent(cover.path)))
    }
    return result
  }

  /// The baselines that hold: the given one, or those that the configurations name.
  private func covers(_ request: LintRequest, _ configurations: [LintConfiguration]) -> [BaselineCover] {
    switch request.baseline {
    case .none: return []
    case .file(let path):
      return [BaselineCover(tree: tree, path: TreePath.absolute(path, in: tree), origin: nil)]
    case .configured:
      var covers: [BaselineCover] = []
      for configuration in configurations {
        guard let named = configuration.baseline else { continue }
        let path = TreePath.absolute(named.value, from: configuration.folder)
        if covers.contains(where: { $0.path == path }) { continue }
        covers.append(BaselineCover(tree: tree, path: path, origin: named.location))
      }
      return covers
    }
  }

  /// Whether all that a folder holds was to be linted.
  private func isWhole(_ request: LintRequest, below folder: String) -> Bool {
    guard request.mode == .paths, request.inputs.only.isEmpty, request.inputs.except.isEmpty else {
      return false
    }
    return request.paths.contains { TreePath.isWithin(folder, TreePath.absolute($0, in: tree)) }
  }

  private func find(_ request: LintRequest) -> TemplateFinder.Finding {
    var finder = TemplateFinder(tree, asking: configurations.searchSettings(in:))
    switch request.mode {
    case .paths: return finder.find(request.paths)
    case .changedFiles:
      let changed = ChangedFiles(
        tree: tree, finder: finder, components: components, inputs: request.inputs,
        configurations: configurations)
      var found = changed.templates(for: request.paths)
      found.templates = found.templates.filter { isWithin($0, request.bounds) }
      return found
    }
  }

  private func isWithin(_ path: String, _ bounds: [String]) -> Bool {
    let absolute = TreePath.absolute(path, in: tree)
    return bounds.isEmpty || bounds.contains { TreePath.isWithin(absolute, TreePath.absolute($0, in: tree)) }
  }

  /// Lints templates side by side; the outcomes are in the order of the templates.
  private func lint(_ templates: [String], _ request: LintRequest) async -> [TemplateOutcome] {
    let rules = registry.members(of: request.profile)
    let settings = settings(for: templates, request.profile)
    return await withTaskGroup(of: (Int, TemplateOutcome).self) { group in
      var outcomes = [TemplateOutcome?](repeating: nil, count: templates.count)
      var next = 0
      func start() {
        guard next < templates.count else { return }
        let (index, path) = (next, templates[next])
        group.addTask {
          ProcessMemory.useLargePages()
          return (index, lint(path, request, rules, settings[folder(of: path), default: .init()]))
        }
        next += 1
      }
      for _ in 0..<Processors.count { start() }
      while let (index, outcome) = await group.next() {
        outcomes[index] = outcome
        start()
      }
      return outcomes.compactMap { $0 }
    }
  }

  /// The settings of the folders that hold templates.
  private func settings(
    for templates: [String], _ profile: RuleProfile
  ) -> [String: ConfigurationLoader.Loaded] {
    // Packer knows of none.
    guard profile != .validate else { return [:] }
    return configurations.load(for: Set(templates.map(folder(of:))))
  }

  /// Lints the folders of the request that hold Chef code and no template, or whose run list is asked for.
  private func lintChefFolders(
    _ request: LintRequest, _ found: TemplateFinder.Finding
  ) -> [(path: String, outcome: TemplateOutcome, remarks: [String])] {
    guard request.mode == .paths, request.profile == .standard else { return [] }
    let folders = request.paths.filter { tree.status($0)?.kind == .directory }
    guard !folders.isEmpty else { return [] }
    let rules = registry.members(of: request.profile)
    return folders.compactMap { path in
      let shown = TreePath.shown(path, in: tree)
      let holdsTemplate = (found.templates + found.hclFiles).contains {
        shown.isEmpty ? !$0.hasPrefix("/") && !$0.hasPrefix("../") : TreePath.relative($0, to: shown) != nil
      }
      var store = SourceStore(tree)
      guard request.runList != nil || !holdsTemplate,
        let folder = ChefFolder.find(shown, from: &store)
      else { return nil }
      let settings = configurations.load(for: TreePath.absolute(path, in: tree))
      let run = ChefFolderRun(
        folder: folder, tree: tree, chef: chefForFaults,
        rules: RuleAsking(registry: rules, configuration: settings.configuration), settings: settings,
        runList: request.runList)
      let (outcome, remarks) = run.outcome()
      return (shown.isEmpty ? "." : shown, outcome, remarks)
    }
  }

  /// The catalog for runs of which only the findings are told.
  private var chefForFaults: ChefCatalog {
    var chef = chef
    chef.extent = .faults
    return chef
  }

  /// What holds for a file.
  func settings(above path: String) -> ConfigurationLoader.Loaded {
    configurations.load(for: folder(of: path))
  }

  private func folder(of path: String) -> String { TreePath.parent(TreePath.absolute(path, in: tree)) }

  private func lint(
    _ path: String, _ request: LintRequest, _ rules: RuleRegistry, _ settings: ConfigurationLoader.Loaded
  ) -> TemplateOutcome {
    if request.profile == .validate {
      return ValidateRun(
        path: path, tree: tree, registry: registry, components: components, inputs: request.inputs
      ).outcome()
    }
    let sets = TemplateSet.sets(for: path, settings.configuration, request.inputs, in: tree)
    let spec = SpecFinder.spec(beside: path, in: tree)
    var outcome = TemplateRun(
      path: path, specPath: spec, tree: tree, registry: rules, components: components,
      chef: spec == nil ? chefForFaults : chef, standIns: standIns, bases: bases, settings: settings,
      sets: sets
    ).outcome()
    // Of many templates only what was found is kept.
    outcome.analysis = nil
    return outcome
  }
}
