import Chef
import DataSyntax
import Diagnostics
import Host
import Project
import Source

/// Lints a folder of Chef code that no template names: run by run, with the rules that look at Chef runs.
struct ChefFolderRun {
  let folder: ChefFolder
  let tree: any FileTree
  let chef: ChefCatalog
  let rules: RuleAsking
  let settings: ConfigurationLoader.Loaded
  /// What the command line asks for, as it is written there.
  let runList: String?

  /// The name under which the command line's run list is shown: like that of no file.
  private static let commandLine = FileID("<run-list>")

  /// Everything that can be said about the folder, and sentences for people on what cannot.
  func outcome() -> (outcome: TemplateOutcome, remarks: [String]) {
    var outcome = TemplateOutcome(configuration: settings.configuration)
    // What other runs would meet is not known.
    outcome.isComplete = false
    var store = SourceStore(tree)
    let found = folder.runs(of: givenRunList(&store), from: &store)
    var findings = settings.diagnostics + found.diagnostics
    var missing: Set<String> = []
    let checks = self.checks(of: found.runs, &store)
    for check in checks {
      missing.formUnion(check.missing)
      findings += check.findings
    }
    outcome.sources.merge(store.sources)
    outcome.sources.merge(settings.sources)
    let files = settings.files + store.sources.sorted.map(linted)
    outcome.take(findings.gravest + rules.check(files), files: files)
    var remarks = found.remarks
    if !missing.isEmpty {
      let names = missing.sorted().map { "`\($0)`" }.joined(separator: ", ")
      remarks.append("cannot tell what comes of cookbooks that are not here: \(names)")
    }
    return (outcome, remarks)
  }

  /// What came of the runs, in their order, without those of recipes that another one includes: it says more of them.
  private func checks(of runs: [StandaloneRun], _ store: inout SourceStore) -> [Check] {
    var included: Set<RecipeName> = []
    func isIncluded(_ run: StandaloneRun) -> Bool {
      run.recipe.map { $0.recipe != "default" && included.contains($0) } ?? false
    }
    // `default` includes most of the others, which need no run of their own then.
    let isFirst = { (index: Int) in runs[index].recipe?.recipe == "default" }
    let order = runs.indices.filter(isFirst) + runs.indices.filter { !isFirst($0) }
    var found: [Int: Check] = [:]
    var known: CookbookCollection?
    for index in order where !isIncluded(runs[index]) {
      let check = check(runs[index], knowing: &known, &store)
      included.formUnion(check.recipes.filter { $0 != check.run.recipe })
      found[index] = check
    }
    return runs.indices.compactMap { found[$0] }.filter { !isIncluded($0.run) }
  }

  /// What came of one run.
  private struct Check {
    let run: StandaloneRun
    var findings: [Diagnostic] = []
    var recipes: Set<RecipeName> = []
    /// Cookbooks that are not here.
    var missing: Set<String> = []
  }

  /// What is wrong with a run whatever of its machines it is for.
  ///
  /// Runs of single recipes have their cookbooks in common: what is `known` of them is kept for the next.
  private func check(
    _ run: StandaloneRun, knowing known: inout CookbookCollection?, _ store: inout SourceStore
  ) -> Check {
    var check = Check(run: run)
    // Given facts are those of one machine.
    let machines = chef.facts == nil ? run.platforms : [nil]
    for (index, image) in machines.enumerated() {
      let project = Project.load(
        run, on: image, in: folder.path, with: chef, knowing: run.recipe == nil ? nil : known, from: &store)
      if run.recipe != nil { known = project.chefRuns.first?.run.collection }
      for chefRun in project.chefRuns {
        check.missing.formUnion(chefRun.run.closure.untold)
        check.recipes.formUnion(chefRun.compilation?.recipes ?? [])
      }
      let found = rules.check(project).map { $0.without(stepsAt: run.start) }
      let known = Set(found.map(DiagnosticIdentity.init))
      check.findings =
        index == 0 ? found : check.findings.filter { known.contains(DiagnosticIdentity($0)) }
      if check.findings.isEmpty { break }
    }
    return check
  }

  private func linted(_ source: SourceFile) -> LintedFile {
    let tree = TemplateContent.syntax(of: source.id.path).map {
      DataParser.parse(DerivedText(source), as: $0).tree
    }
    return LintedFile(source, tree: tree?.root.kind == .missing ? nil : tree, role: .referenced)
  }

  /// The run list of the command line, its items apart by commas.
  private func givenRunList(_ store: inout SourceStore) -> WrittenRunList? {
    guard let runList else { return nil }
    let file = SourceFile(Self.commandLine, bytes: Array(runList.utf8))
    store = SourceStore(tree, sources: SourceSet([file]))
    var items: [RunListItem] = []
    for part in file.bytes.indices.split(whereSeparator: { file.bytes[$0] == UInt8(ascii: ",") }) {
      let blank: (Int) -> Bool = { file.bytes[$0] == 0x20 }
      guard let start = part.first(where: { !blank($0) }), let end = part.last(where: { !blank($0) }) else {
        continue
      }
      let text = String(decoding: file.bytes[start...end], as: UTF8.self)
      items.append(RunListItem(text, at: Location(file.id, ByteRange(start, end + 1))))
    }
    return WrittenRunList(items)
  }
}

extension [Diagnostic] {
  /// Of what a rule says of one place in several runs, what it says where it is gravest: one run loads a file, and
  /// another does not.
  fileprivate var gravest: [Diagnostic] {
    let worst = Dictionary(map { (Subject($0), $0.severity) }, uniquingKeysWith: Swift.max)
    return filter { worst[Subject($0)] == $0.severity }
  }
}

extension Diagnostic {
  /// The same, reached without what only says that a file is looked at by itself.
  fileprivate func without(stepsAt start: Location?) -> Diagnostic {
    var finding = self
    finding.chain.removeAll { $0.location == start }
    return finding
  }
}

/// What a rule speaks of.
private struct Subject: Hashable {
  private let rule: RuleID
  private let place: Location

  init(_ finding: Diagnostic) {
    rule = finding.rule
    place = finding.primary
  }
}
