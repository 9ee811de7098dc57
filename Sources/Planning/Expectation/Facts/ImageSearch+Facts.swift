import Image
import Matching
import Source

extension ImageSearch {
  /// A fact of the image or of where it is judged, by the word of its `FactKind`.
  func fact(_ word: String) -> Known<Subject> {
    switch word {
    case FactKind.engine.word: return engine.map { .text($0) }
    case FactKind.architecture.word: return configured(word, \.architecture)
    case FactKind.os.word: return configured(word, \.os)
    default: break
    }
    do throws(ImageError) {
      switch try release() {
      case .unknown(let reason): return .unknown(reason)
      case .absent: return .unknown(UnknownReason("the image has no os-release to say it"))
      case .value(let release):
        let value: Subject? =
          switch word {
          case FactKind.platform.word: release.id.map { .text($0) }
          case FactKind.version.word: release.version.map { .text($0) }
          case FactKind.codename.word: release.codename.map { .text($0) }
          default: release.family.isEmpty ? nil : .texts(release.family)
          }
        return value.map { .value($0) }
          ?? .unknown(UnknownReason("the os-release of the image does not say its `\(word)`"))
      }
    } catch {
      return .unknown(UnknownReason(error.message))
    }
  }
  /// What the configuration says; a folder has none, and of an image it may leave it out.
  private func configured(_ word: String, _ part: (ImageConfiguration) -> String) -> Known<Subject> {
    switch image.configuration {
    case .unknown(let reason): .unknown(reason)
    case .value(let configuration) where !part(configuration).isEmpty: .value(.text(part(configuration)))
    case .value, .absent: .unknown(UnknownReason("the image does not say its `\(word)`"))
    }
  }
}
