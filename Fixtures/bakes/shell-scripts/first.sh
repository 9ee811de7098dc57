#!/bin/sh -e
echo "$0 $A $QUOTED" | sed 's/_[0-9]*.sh/_N.sh/' >/first
