import Diagnostics
import Image
import Matching
import Source

/// What is of no use in the layers of an image.
struct WasteProbe: Probe {
  let waste: ImageWaste?
  let layers: Int

  init(in search: ImageSearch) {
    waste = search.waste()
    layers = search.image.layered?.layers.count ?? 0
  }

  var presenceProperty: String? { nil }

  var presence: Finding {
    waste == nil ? .unknown(UnknownReason("what is judged has no layers")) : .value(.bool(true))
  }

  func finding(of property: String, in search: ImageSearch) -> Finding {
    guard let waste else { return presence }
    switch property {
    case "wasted-bytes": return .value(.number(waste.wasted))
    case "wasted-percent": return Self.value(waste.percent)
    default: return Self.value(waste.score)
    }
  }

  func evidence(for expectation: Expectation, _ result: MatchResult, in search: ImageSearch) -> [String] {
    guard let waste else { return [] }
    return ["\(waste.wasted) of \(waste.total) bytes are lost; the most of it:"]
      + waste.largest.map {
        "  \(VisibleText.line($0.path)): \($0.size), in layer \($0.layer + 1) of \(layers)"
      }
  }

  private static func value(_ number: Double) -> Finding {
    .value(.number(Int(exactly: number).map { .integer($0) } ?? .float(number)))
  }
}
