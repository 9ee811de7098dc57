log AppThing.new('x').lines.join
log AppThing.new('x').other.thing
log AppThing.new.more.strip
log AppOther.new.first
log AppOther.new.iv
log AppThird.new.all.join
log AppThing.find('x').name
log absent_helper('x').thing
