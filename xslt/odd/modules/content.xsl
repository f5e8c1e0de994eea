<?xml version="1.0" encoding="UTF-8"?>
<!-- The kind of each element's content, and whether XSD 1.0 can say the same.

     RELAX NG can put text at one place of a sequence; XSD allows it everywhere in the element or
     nowhere. So text is accepted only alone, or as one of many alternatives that repeat freely. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:r="https://siglum.example/ns/resolved"
    xmlns:odd="https://siglum.example/ns/odd" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    exclude-result-prefixes="tei odd xs">

  <xsl:function name="odd:checked-content" as="element(r:content)">
    <xsl:param name="spec" as="element(tei:elementSpec)"/>
    <xsl:variable name="content" as="element(r:content)" select="odd:content($spec)"/>
    <xsl:variable name="clash" as="xs:string*"
        select="if ($content/@kind = 'elements') then odd:nondeterminism($spec, $content/*) else ()"/>
    <xsl:sequence select="if (empty($clash)) then $content else odd:refuse($spec,
      'the content model is not deterministic: one ' || $clash[1] || ' could fill two places')"/>
  </xsl:function>

  <xsl:function name="odd:content" as="element(r:content)">
    <xsl:param name="spec" as="element(tei:elementSpec)"/>
    <xsl:variable name="model" as="element()*" select="$spec/tei:content/*"/>
    <xsl:choose>
      <xsl:when test="$model/(self::tei:dataRef | self::tei:valList)">
        <r:content kind="data"><xsl:sequence select="odd:type($model, $spec/@ident)"/></r:content>
      </xsl:when>
      <xsl:when test="$model/descendant::tei:dataRef | $model/descendant::tei:valList">
        <xsl:sequence select="odd:refuse($spec, 'data beside elements has no counterpart in XSD')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="odd:markup-content($spec, $model)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="odd:markup-content" as="element(r:content)">
    <xsl:param name="spec" as="element(tei:elementSpec)"/>
    <xsl:param name="model" as="element()*"/>
    <xsl:variable name="particles" as="element()*">
      <xsl:apply-templates mode="particle" select="$model"/>
    </xsl:variable>
    <xsl:variable name="top" as="element()" select="odd:unwrapped($particles)"/>
    <xsl:choose>
      <xsl:when test="$top/self::r:text"><r:content kind="text"/></xsl:when>
      <xsl:when test="$top/descendant-or-self::r:text">
        <r:content kind="mixed"><xsl:sequence select="odd:mixed($spec, $top)"/></r:content>
      </xsl:when>
      <xsl:when test="$top/descendant-or-self::*/(self::r:element | self::r:class | self::r:any)">
        <r:content kind="elements"><xsl:sequence select="$top"/></r:content>
      </xsl:when>
      <xsl:otherwise><r:content kind="empty"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- One particle for the whole model, without needless groups around it. -->
  <xsl:function name="odd:unwrapped" as="element()">
    <xsl:param name="particles" as="element()*"/>
    <xsl:choose>
      <xsl:when test="count($particles) ne 1">
        <r:sequence min="1" max="1"><xsl:sequence select="$particles"/></r:sequence>
      </xsl:when>
      <xsl:when test="$particles[self::r:sequence or self::r:choice][count(*) eq 1]
        [@min = '1'][@max = '1']">
        <xsl:sequence select="odd:unwrapped($particles/*)"/>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$particles"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Text among elements: a free choice, flattened so that each alternative is one element, class
       or wildcard, and no element is reached on two ways. -->
  <xsl:function name="odd:mixed" as="element()*">
    <xsl:param name="spec" as="element(tei:elementSpec)"/>
    <xsl:param name="top" as="element()"/>
    <xsl:if test="not($top[self::r:choice][@max = 'unbounded'])">
      <xsl:sequence select="odd:refuse($spec, 'text must be part of a choice that repeats without limit')"/>
    </xsl:if>
    <xsl:variable name="members" as="element()*" select="$top/* ! odd:alternatives($spec, .)"/>
    <xsl:variable name="classes" as="xs:string*" select="distinct-values($members/self::r:class/@ref)"/>
    <xsl:variable name="names" as="xs:string*" select="$members/self::r:element/@ref,
      $classes ! odd:element-names(key('spec', ., root($spec)))"/>
    <xsl:choose>
      <xsl:when test="count($names) eq count(distinct-values($names))">
        <xsl:sequence select="$members"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="distinct-values($names)"><r:element ref="{.}"/></xsl:for-each>
        <xsl:sequence select="$members/self::r:any"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="odd:alternatives" as="element()*">
    <xsl:param name="spec" as="element(tei:elementSpec)"/>
    <xsl:param name="particle" as="element()"/>
    <xsl:choose>
      <xsl:when test="$particle/self::r:text"/>
      <xsl:when test="$particle[xs:integer(@min) gt 1]">
        <xsl:sequence select="odd:refuse($spec,
          'a required number of elements amid text has no counterpart in XSD')"/>
      </xsl:when>
      <xsl:when test="$particle[self::r:choice or self::r:sequence[count(*) le 1]]">
        <xsl:sequence select="$particle/* ! odd:alternatives($spec, .)"/>
      </xsl:when>
      <xsl:when test="$particle/self::r:sequence">
        <xsl:sequence select="odd:refuse($spec,
          'text beside a sequence of elements has no counterpart in XSD')"/>
      </xsl:when>
      <xsl:when test="$particle/self::r:any">
        <r:any><xsl:sequence select="$particle/(@except, @require)"/></r:any>
      </xsl:when>
      <xsl:otherwise>
        <xsl:element name="{name($particle)}" namespace="https://siglum.example/ns/resolved">
          <xsl:sequence select="$particle/@ref"/>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

</xsl:stylesheet>
