/// Stands in for the host once a run is over.
private final class Nobody: RubyHost {}

extension RubyInterpreter {
  /// Ends the run: lets go of all that its classes and global variables hold, much of which holds itself, and of the
  /// host. Nothing of its values may be used any more.
  package func end() {
    host = Nobody()
    current = nil
    var open: [RubyHeapObject] = [classes.object, mainObject]
    open.take(globals.values.values)
    globals.values = [:]
    // Each object is kept until all have let go, so that none is asked twice.
    var seen: [ObjectIdentifier: RubyHeapObject] = [:]
    while let object = open.popLast() {
      guard seen.updateValue(object, forKey: ObjectIdentifier(object)) == nil else { continue }
      object.surrender(to: &open)
    }
  }
}
