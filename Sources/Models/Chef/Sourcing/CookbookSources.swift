import Diagnostics
import Host
import Source

/// The files near a run that say where cookbooks come from: they explain what is missing.
struct CookbookSources {
  private let sources: [CookbookSource]
  /// What is wrong in those files.
  let faults: [ChefFault]

  /// Reads what lies in and above the cookbook paths and in further folders; where a cookbook is missing, also what
  /// the others bring along.
  static func near(_ setup: ChefSetup, _ closure: CookbookClosure, from store: inout SourceStore)
    -> CookbookSources
  {
    let paths = setup.cookbookPaths.map(\.value)
    var folders = setup.nearbyFolders + paths + paths.map { parent(of: $0) }
    if closure.faults.contains(where: { if case .missingCookbook = $0.kind { true } else { false } }) {
      folders += closure.order.map(\.path)
    }
    var sources: [CookbookSource] = []
    var faults: [ChefFault] = []
    var seen: Set<String> = []
    for folder in folders where seen.insert(folder).inserted {
      let names = Set((try? store.files.list(folder.isEmpty ? "." : folder)) ?? [])
      for kind in CookbookSourceFile.Kind.allCases where names.contains(kind.rawValue) {
        let path = folder.isEmpty || folder == "." ? kind.rawValue : folder + "/" + kind.rawValue
        var reader = SourceFileReader(CookbookSourceFile(kind: kind, path: path))
        reader.read(from: &store)
        sources += reader.sources
        faults += reader.faults
      }
    }
    return CookbookSources(sources: sources, faults: faults)
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[..<slash])
  }

  /// A missing cookbook with where it should come from.
  func explain(_ fault: ChefFault, in setup: ChefSetup) -> ChefFault {
    guard case .missingCookbook(let name, _) = fault.kind, let path = setup.cookbookPaths.last?.value,
      let source = sources.first(where: { $0.cookbook.value == name })
    else { return fault }
    let version = source.constraint.map { " (\($0))" } ?? ""
    let origin = source.origin.map { " \($0)" } ?? ""
    return ChefFault(
      fault.kind, fault.certainty, at: fault.location,
      labels: fault.labels + [
        Label("`\(source.file.path)` names it\(version)\(origin)", at: source.cookbook.location)
      ],
      notes: fault.notes, help: source.file.advice(for: path), chain: fault.chain)
  }
}
