import Image
import Matching
import Source

/// How an image differs from an approved one.
struct DriftProbe: Probe {
  private let found: Result<Known<ImageDrift>, ImageError>

  init(from name: String, except exceptions: [Glob], in search: ImageSearch) {
    let approved =
      search.approved[name] ?? .unknown(UnknownReason("the image `\(name)` was not looked for"))
    found = Result { () throws(ImageError) in
      switch approved {
      case .value(let view): .value(try ImageDrift(of: search.image, from: view, except: exceptions))
      case .absent: .unknown(UnknownReason("there is no image `\(name)` to compare with"))
      case .unknown(let reason): .unknown(reason)
      }
    }
  }

  var presenceProperty: String? { nil }

  var presence: Finding { Self.presence(of: found) }

  private func tally(_ property: String) -> ImageDrift.Tally? { (try? found.get())?.value?.tally(property) }

  func finding(of property: String, in search: ImageSearch) -> Finding {
    tally(property).map { .value(.number($0.count)) } ?? presence
  }

  func evidence(for expectation: Expectation, _ result: MatchResult, in search: ImageSearch) -> [String] {
    tally(expectation.property)?.lines ?? []
  }
}
