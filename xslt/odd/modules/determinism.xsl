<?xml version="1.0" encoding="UTF-8"?>
<!-- XSD's rule of unique attribution: reading an element, the validator must know at once which
     place of the model it fills. Checked here so that the ODD's author learns which element of which
     model offends; XSD processors say it less well, or only one of them says it.

     For each particle: can it be empty; the places that may come first; the places that may still
     follow inside it once it could be complete. A place is "name#position". Two places with one name
     in the same set of choices are the fault (Brüggemann-Klein and Wood 1998). -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:r="https://siglum.example/ns/resolved"
    xmlns:odd="https://siglum.example/ns/odd" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" exclude-result-prefixes="#all">

  <xsl:function name="odd:nondeterminism" as="xs:string*">
    <xsl:param name="spec" as="element(tei:elementSpec)"/>
    <xsl:param name="particle" as="element()"/>
    <xsl:sequence select="distinct-values(odd:places($spec, $particle, '1')?clash)"/>
  </xsl:function>

  <!-- A map with the keys nullable, first, follow, and clash: the names that are found twice. -->
  <xsl:function name="odd:places" as="map(xs:string, item()*)">
    <xsl:param name="spec" as="element(tei:elementSpec)"/>
    <xsl:param name="particle" as="element()"/>
    <xsl:param name="position" as="xs:string"/>
    <xsl:variable name="once" as="map(xs:string, item()*)"
        select="odd:places-once($spec, $particle, $position)"/>
    <xsl:variable name="again" as="xs:string*"
        select="if ($particle/@max = ('0', '1')) then () else $once?first"/>
    <xsl:sequence select="map {
      'nullable': $once?nullable or $particle/@min = '0',
      'first': $once?first,
      'follow': distinct-values(($once?follow, $again)),
      'clash': ($once?clash, odd:clash($once?follow, $again)) }"/>
  </xsl:function>

  <xsl:function name="odd:places-once" as="map(xs:string, item()*)">
    <xsl:param name="spec" as="element(tei:elementSpec)"/>
    <xsl:param name="particle" as="element()"/>
    <xsl:param name="position" as="xs:string"/>
    <xsl:variable name="parts" as="map(xs:string, item()*)*" select="
      for $part in $particle/*
      return odd:places($spec, $part, $position || '.' || (1 + count($part/preceding-sibling::*)))"/>
    <xsl:choose>
      <xsl:when test="$particle/self::r:sequence">
        <xsl:sequence select="fold-left($parts, $odd:nothing, odd:then#2)"/>
      </xsl:when>
      <xsl:when test="$particle/self::r:choice">
        <xsl:sequence select="if (empty($parts)) then $odd:nothing
          else fold-left(tail($parts), head($parts), odd:or#2)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="map:put($odd:nothing, 'nullable', false()) => map:put('first',
          odd:names($spec, $particle) ! (. || '#' || $position))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:variable name="odd:nothing" as="map(xs:string, item()*)"
      select="map { 'nullable': true(), 'first': (), 'follow': (), 'clash': () }"/>

  <xsl:function name="odd:then" as="map(xs:string, item()*)">
    <xsl:param name="a" as="map(xs:string, item()*)"/>
    <xsl:param name="b" as="map(xs:string, item()*)"/>
    <xsl:variable name="skipped" as="xs:string*" select="if ($a?nullable) then $a?first else ()"/>
    <xsl:sequence select="map {
      'nullable': $a?nullable and $b?nullable,
      'first': ($a?first, if ($a?nullable) then $b?first else ()),
      'follow': ($b?follow, if ($b?nullable) then ($a?follow, $b?first) else ()),
      'clash': ($a?clash, $b?clash, odd:clash(($a?follow, $skipped), $b?first)) }"/>
  </xsl:function>

  <xsl:function name="odd:or" as="map(xs:string, item()*)">
    <xsl:param name="a" as="map(xs:string, item()*)"/>
    <xsl:param name="b" as="map(xs:string, item()*)"/>
    <xsl:sequence select="map {
      'nullable': $a?nullable or $b?nullable,
      'first': ($a?first, $b?first),
      'follow': ($a?follow, $b?follow),
      'clash': ($a?clash, $b?clash, odd:clash($a?first, $b?first)) }"/>
  </xsl:function>

  <!-- The names that a leaf stands for; a wildcard has the name *. -->
  <xsl:function name="odd:names" as="xs:string*">
    <xsl:param name="spec" as="element(tei:elementSpec)"/>
    <xsl:param name="leaf" as="element()"/>
    <xsl:sequence select="
      if ($leaf/self::r:element) then string($leaf/@ref)
      else if ($leaf/self::r:class) then odd:element-names(key('spec', $leaf/@ref, root($spec)))
      else if ($leaf/@except = odd:namespace($spec)) then '(foreign)' else '*'"/>
  </xsl:function>

  <!-- Names that stand for different places here and there. -->
  <xsl:function name="odd:clash" as="xs:string*">
    <xsl:param name="these" as="xs:string*"/>
    <xsl:param name="those" as="xs:string*"/>
    <xsl:variable name="by-name" as="map(xs:string, xs:string*)"
        select="map:merge($those ! map { substring-before(., '#'): . }, map { 'duplicates': 'combine' })"/>
    <xsl:if test="$these ! substring-before(., '#') = '*' and exists($those)
        or $those ! substring-before(., '#') = '*' and exists($these)">
      <xsl:sequence select="distinct-values(($these, $those)[not(starts-with(., '*'))]
        ! substring-before(., '#'))[1]"/>
    </xsl:if>
    <xsl:sequence select="
      for $place in $these return
      let $name := substring-before($place, '#')
      return $name[$by-name($name) != $place]"/>
  </xsl:function>

</xsl:stylesheet>
