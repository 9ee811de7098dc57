import Diagnostics
import Host
import Packer
import Source
import Support

/// A fault of any kind by the name of its problem: what the reading, the evaluation and the check of a template find.
struct FoundFault: Hashable, Comparable {
  let problem: String
  let range: ByteRange
  /// Whether Packer refuses the template for it.
  let isRefused: Bool

  static func < (a: FoundFault, b: FoundFault) -> Bool { (a.range, a.problem) < (b.range, b.problem) }

  /// All faults of a template in the order of its bytes.
  static func all(in example: FaultCase, catalog: ComponentCatalog) -> [FoundFault] {
    let (template, diagnostics) = PackerTemplate.read(example.file)
    guard let template else {
      return [FoundFault(problem: "unreadable", range: ByteRange(at: 0), isRefused: true)]
    }
    var found = diagnostics.map { FoundFault(problem: "syntax", range: $0.primary.range, isRefused: true) }
    found += template.duplicateKeys.map {
      FoundFault(problem: "duplicateKey", range: $0.second.range, isRefused: true)
    }
    found += template.unknownRootEntries.map {
      FoundFault(problem: "unknownRootKey", range: $0.name.location.range, isRefused: true)
    }
    found += template.shapeFaults.map { FoundFault("\($0.problem)", $0.location, true) }
    let disk = Disk(workingDirectory: Repository.root)
    let evaluation = template.evaluate(inputs: example.inputs, files: disk, catalog: catalog)
    found += evaluation.faults.map { FoundFault("\($0.problem)", $0.location, $0.isRefused) }
    found += ComponentCheck(catalog).faults(in: evaluation).map {
      FoundFault("\($0.problem)", $0.location, $0.isRefused)
    }
    return found.sorted()
  }

  private init(problem: String, range: ByteRange, isRefused: Bool) {
    self.problem = problem
    self.range = range
    self.isRefused = isRefused
  }

  private init(_ problem: String, _ location: Location, _ isRefused: Bool) {
    self.init(problem: String(problem.prefix { $0 != "(" }), range: location.range, isRefused: isRefused)
  }
}
