import Diagnostics
import Image
import Matching
import Source

/// The secrets in all layers of an image.
struct SecretsProbe: Probe {
  /// More than a report can be read for: the number of the rest is told.
  private static let shownCount = 1000

  let exceptions: [Glob]
  private let found: Result<Known<ImageSecrets>, ImageError>

  init(except exceptions: [Glob], in search: ImageSearch) {
    self.exceptions = exceptions
    do throws(ImageError) {
      found = .success(try search.secrets())
    } catch {
      found = .failure(error)
    }
  }

  var presenceProperty: String? { nil }

  var presence: Finding { Self.presence(of: found) }

  private var places: [ImageSecrets.Place] {
    ((try? found.get())?.value?.places ?? []).filter { place in
      !exceptions.contains { exception in place.path.map(exception.matches) ?? false }
    }
  }

  func finding(of property: String, in search: ImageSearch) -> Finding { .value(.number(places.count)) }

  func evidence(for expectation: Expectation, _ result: MatchResult, in search: ImageSearch) -> [String] {
    let more = places.count - Self.shownCount
    return places.prefix(Self.shownCount).map { place in
      let layer = place.layer.map { ", in layer \($0)" } ?? ""
      let hidden = place.isShown ? "" : ", which a later layer hides and does not remove"
      let file = place.path.map { VisibleText.line(ConcealedText.masking($0)) } ?? "the configuration"
      return "\(file), \(place.spot): \(place.what)\(layer)\(hidden)"
    } + (more > 0 ? ["… and \(more) more"] : [])
  }
}
