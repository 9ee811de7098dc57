import Diagnostics
import Host
import Source

/// Opens roles depth first in place, each once, as Chef expands a run list.
struct RunListExpander {
  private let setup: ChefSetup
  private let environment: String
  private let folder: PolicyFolder?
  private var result = ExpandedRunList()
  private var opened: Set<String> = []
  private var listed: Set<RecipeName> = []

  private static let depthLimit = 100

  init(setup: ChefSetup, environment: String, _ files: any FileTree) {
    self.setup = setup
    self.environment = environment
    folder = setup.rolesPath.value.map { PolicyFolder($0.value, in: files) }
  }

  mutating func expand(_ list: WrittenRunList, from store: inout SourceStore) -> ExpandedRunList {
    expand(list, chain: [], &store)
    return result
  }

  private mutating func expand(_ list: WrittenRunList, chain: [ChainLink], _ store: inout SourceStore) {
    if let reason = list.unknown { result.unknowns.append(reason) }
    for item in list.items {
      switch item.form {
      case .malformed:
        result.faults.append(ChefFault(.malformedItem(item.text), at: item.location, chain: chain))
      case .role(let name): open(name, item, chain, &store)
      case .recipe(let recipe, let version):
        guard listed.insert(recipe).inserted else { continue }
        result.entries.append(.init(recipe: recipe, version: version, item: item, chain: chain))
      }
    }
  }

  private mutating func open(
    _ name: String, _ item: RunListItem, _ chain: [ChainLink], _ store: inout SourceStore
  ) {
    guard opened.insert(name).inserted, chain.count < Self.depthLimit else { return }
    if case .unknown(let reason) = setup.rolesPath {
      result.unknowns.append(reason)
      return
    }
    guard let folder, let file = folder.file(name) else {
      if let reason = setup.furtherFolders {
        result.unknowns.append(reason)
        return
      }
      result.faults.append(missing(name, item, chain, store.files))
      return
    }
    let inner = chain + [ChainLink("role `\(name)`", at: item.location)]
    if let ignored = file.ignored {
      let place = Location(FileID(ignored), ByteRange(at: 0))
      result.faults.append(
        ChefFault(.doubledObject(.role, name: name, ignored: ignored), at: place, chain: inner))
    }
    var reader = PolicyReader()
    let role = reader.role(name, at: file.path, from: &store)
    result.faults += reader.faults.map { $0.reached(by: inner) }
    guard let role else {
      result.unknowns.append(UnknownReason("role `\(name)` cannot be read", at: item.location))
      return
    }
    expand(role.runList(in: environment), chain: inner, &store)
    result.roles.append(role)
  }

  private func missing(
    _ name: String, _ item: RunListItem, _ chain: [ChainLink], _ files: any FileTree
  ) -> ChefFault {
    let elsewhere = folder?.elsewhere(name, in: files)
    return ChefFault(
      .missingRole(name, folder: folder?.path, near: folder?.near(name)), at: item.location,
      notes: elsewhere.map { ["`\($0)` is not found: folders below `roles_path` are not searched"] } ?? [],
      chain: chain)
  }
}
