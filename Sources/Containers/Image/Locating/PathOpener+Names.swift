extension PathOpener {
  /// What `PATH:NAME` comes to.
  enum Named {
    case image(any ImageView)
    /// The path holds no image of the name; a clause.
    case none(String)
  }

  /// The image `wanted` where the path is a layout or an archive that holds it. Anything else at the path is no reason to take
  /// the whole for a path: `stack:1` is the name of an image also beside a folder `stack`.
  func namedView(_ path: String, shown: String, named name: String) throws(ImageError) -> Named {
    try reading(path) { keeping throws(ImageError) in
      let form: ImageForm
      do throws(ImageError) { form = try ImageForm.of(path, scratch: keeping?.partials) } catch {
        guard error.kind == .malformed else { throw error }
        return .none("`\(shown)` is no layout or archive of images")
      }
      guard form.holdsNames else { return .none("`\(shown)` holds no images by name") }
      do throws(ImageError) {
        return .image(try view(form, at: path, named: name))
      } catch {
        guard error.kind == .notFound else { throw error }
        return .none(error.message)
      }
    }
  }
}
