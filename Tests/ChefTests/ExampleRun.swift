import Chef
import Diagnostics
import Host
import Source

/// A Chef run over files in memory: cookbooks lie in `cookbooks`, roles in `roles`, environments in `environments`.
struct ExampleRun {
  let run: ChefRun
  private(set) var store: SourceStore

  static let place = Location(FileID("machine.json"), ByteRange(0, 1))

  init(_ runList: [String], _ files: [String: String], _ change: (inout ChefSetup) -> Void = { _ in }) {
    store = SourceStore(MemoryFileTree(files.mapValues { Array($0.utf8) }))
    var setup = ChefSetup(origin: Self.place)
    setup.cookbookPaths = [Located("cookbooks", at: Self.place)]
    setup.rolesPath = .value(Located("roles", at: Self.place))
    setup.environmentsPath = .value(Located("environments", at: Self.place))
    setup.dataBagsPath = .value(Located("data_bags", at: Self.place))
    setup.runList = WrittenRunList(runList.map { RunListItem($0, at: Self.place) })
    change(&setup)
    run = ChefRun.load(setup, from: &store)
  }

  /// Each fault in one line: the file, the text at its place, what it is, and the way to it.
  var faults: [String] {
    run.faults.map { fault in
      let chain = fault.chain.map { $0.what + " > " }.joined()
      let doubt = fault.certainty == .maybe ? "maybe " : ""
      return "\(chain)\(fault.location.file) \(text(at: fault.location)): \(doubt)\(fault.kind)"
    }
  }

  /// What stands at a place; of the template, nothing.
  func text(at location: Location) -> String {
    guard let file = store.sources[location.file] else { return "" }
    return "`" + String(decoding: file.bytes[location.range.indices], as: UTF8.self) + "`"
  }
}
