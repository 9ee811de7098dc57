import Image
import Matching
import Source

extension ImageSearch {
  /// A fact of the image or of where it is judged, by the word of its `FactKind`.
  func fact(_ word: String) -> Known<Subject> {
    switch word {
    case FactKind.engine.word: return engine.map { .text($0) }
    case FactKind.architecture.word: return image.configuration.map { .text($0.architecture) }
    case FactKind.os.word: return image.configuration.map { .text($0.os) }
    default: break
    }
    do throws(ImageError) {
      switch try release() {
      case .unknown(let reason): return .unknown(reason)
      case .absent: return .absent
      case .value(let release):
        let value: Subject? =
          switch word {
          case FactKind.platform.word: release.id.map { .text($0) }
          case FactKind.version.word: release.version.map { .text($0) }
          case FactKind.codename.word: release.codename.map { .text($0) }
          default: .texts(release.family)
          }
        return value.map { .value($0) } ?? .absent
      }
    } catch {
      return .unknown(UnknownReason(error.message))
    }
  }
}
